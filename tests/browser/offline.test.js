// A page of each kind from disk and from a plain file server: no request leaves the site's folder,
// each page has its policy and keeps it, the console says nothing (`withPage` fails otherwise; what
// offends against a policy is said there), old addresses lead on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, policyOf, withBrowser, withPage, withServer } from "./browser.js";
import { pageOfEachKind } from "./sites.js";

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

async function openAll(addressOf, pages = pageOfEachKind()) {
  assert.ok(pages.length >= 20, `${pages.length} kinds of pages are left`);
  await withBrowser(async (browser) => {
    for (const { kind, site, path } of pages) {
      await withPage(browser, addressOf(site, path), { folder: addressOf(site, "") }, async (page) => {
        if (kind === "redirect") await page.waitForURL((url) => !url.pathname.endsWith(path));
        assert.notEqual(await page.locator("h1").innerText(), "", path);
        assert.equal(await policyOf(page), POLICY, path);
      });
    }
  });
}

test("pages ask for nothing outside the folder, from disk", () => openAll(onDisk));

test("pages ask for nothing outside the folder, from a server", () =>
  withServer((server) => {
    // The page for lost addresses is plain and names no icon: browsers ask the host for one.
    const pages = pageOfEachKind().filter(({ kind }) => kind !== "missing");
    return openAll((site, path) => `${server}/${site}/${path}`, pages);
  }));
