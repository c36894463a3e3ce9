// The policy that says what pages may load does forbid what it should, also in one file with everything
// inside. That every page has it and keeps it is seen in `kinds.test.js` and `offline.test.js`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { onDisk, policyOf, withBrowser, withPage, withServer } from "./browser.js";
import { sites } from "./sites.js";

/** What the policy forbids of a script, a style, a picture and a request that a page did not bring. */
async function forbidden(page) {
  return page.evaluate(async () => {
    const seen = new Set();
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.add(effectiveDirective));
    const add = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
    add("script", { textContent: "globalThis.broken = true" });
    add("style", { textContent: "body { display: none }" });
    add("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" });
    await fetch("https://example.invalid/").catch(() => {});
    await new Promise((done) => { setTimeout(done, 50); });
    const hidden = getComputedStyle(document.body).display === "none";
    return { seen: [...seen].sort(), broken: globalThis.broken === true, hidden };
  });
}

const ALL = { seen: ["connect-src", "img-src", "script-src-elem", "style-src-elem"], broken: false, hidden: false };

/** Runs `body` with a page nobody minds the faults of. */
async function unminded(browser, address, body) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await body(page);
  } finally {
    await context.close();
  }
}

/** Runs `body` with a folder that is gone afterwards. */
async function withFolder(body) {
  const folder = mkdtempSync(join(tmpdir(), "svod-"));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const svod = (...args) => execFileSync(process.env.SVOD, args, { cwd: "../..", stdio: "pipe" });

test("the policy forbids what stands inside a page and what comes from elsewhere", () =>
  withServer((server) => withBrowser(async (browser) => {
    for (const address of [onDisk("yaroslavl", "index.html"), `${server}/yaroslavl/index.html`]) {
      await unminded(browser, address, async (page) => assert.deepEqual(await forbidden(page), ALL));
    }
  })));

test("one file with everything inside has a policy by checksums, keeps it and works", () =>
  withFolder((folder) => withBrowser(async (browser) => {
    const file = join(folder, "report.html");
    svod("archive", "--quiet", "--single-file", "--root", "tests/golden/small", "--out", file);
    const address = pathToFileURL(file).href;
    await withPage(browser, address, { folder: address }, async (page) => {
      assert.match(await policyOf(page), /^default-src 'none'; style-src( 'sha256-[^']+')+; script-src( 'sha256-[^']+')+; img-src data:; /);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), "0px");
      assert.ok(await page.locator("button.sort").count() > 0);
      assert.equal(await page.locator("[role=combobox]").count(), 0);
    });
    // Pictures of its own stand in it as data.
    const others = { ...ALL, seen: ALL.seen.filter((kind) => kind !== "img-src") };
    await unminded(browser, address, async (page) => assert.deepEqual(await forbidden(page), others));
  })));

test("the page for lost addresses works at any depth where the site knows its address", () =>
  withFolder((folder) => withServer((server) => withBrowser(async (browser) => {
    const out = join(folder, "public");
    svod("build", "--quiet", "--root", "tests/golden/small", "--out", out, "--base-url", `${server}/based`);
    sites.based = out;
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = await page.goto(`${server}/based/schools/very/deep/lost.html`);
    assert.equal(answer.status(), 404);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), "0px");
    await page.getByRole("combobox").fill("школа");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("main").getByRole("link", { name: "Школы" }).click();
    await page.waitForURL(`${server}/based/schools/index.html`);
    await context.close();
  }))));
