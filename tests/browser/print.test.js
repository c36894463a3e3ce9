// `svod print`: a PDF that is one, in its language, with a title, tags and as many sheets as it takes;
// and plain words where there is no browser, or one that does not print.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { withEachKind } from "./browser.js";

/** The room of a sheet between its margins, in pixels, upright and lying. */
const SHEET = { width: 710, height: 1045 };
const LYING = { width: 1024, height: 695 };

/** Runs `svod print` with an `--out` in a folder of its own; gives `body` the run and the file. */
function print(args, body, env = process.env) {
  const folder = mkdtempSync(join(tmpdir(), "svod-"));
  try {
    const out = join(folder, "out.pdf");
    const run = spawnSync(process.env.SVOD, ["print", ...args, "--out", out], { cwd: "../..", env, encoding: "utf8" });
    body({ ...run, out, left: readdirSync(folder) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What stands in a PDF that readers and machines look for. */
function read(file) {
  const pdf = readFileSync(file, "latin1");
  return {
    pdf,
    sheets: pdf.match(/\/Type \/Page\b(?!s)/g).length,
    lang: /\/Lang \(([^)]*)\)/.exec(pdf)?.[1],
    tagged: /\/MarkInfo <<[^>]*\/Marked true/.test(pdf),
    titled: /\/Title [(<]/.test(pdf),
    outlined: /\/Outlines /.test(pdf),
  };
}

/** Checks a PDF of pages of a report, the Yaroslavl one unless told, and how many sheets it takes. */
function prints(pages, least, most, root = ".") {
  print(["--quiet", "--root", root, ...pages], ({ status, stderr, out, left }) => {
    assert.equal(status, 0, stderr);
    assert.deepEqual(left, ["out.pdf"]);
    const { pdf, sheets, ...said } = read(out);
    assert.ok(pdf.startsWith("%PDF-"));
    assert.deepEqual(said, { lang: "ru", tagged: true, titled: true, outlined: true });
    assert.ok(sheets >= least && sheets <= most, `${pages}: ${sheets} sheets`);
    // Nothing of this machine stands in what is mailed.
    assert.ok(!pdf.includes("file://") && !pdf.includes(tmpdir()));
  });
}

test("a municipality of twenty schools takes two sheets", () => {
  prints(["municipalities/pereslavl-zalessky"], 2, 2);
  prints(["municipalities/kopeysk"], 2, 2, "examples/chelyabinsk");
});

test("a larger municipality takes few more", () => prints(["municipalities/uglichsky"], 3, 3));

test("a school is printed", () => prints(["schools/sch760001.html"], 4, 7));

test("several pages are one document", () => prints(["tables/deficits", "tables/lists"], 2, 4));

test("nothing reaches beyond the right edge of a sheet", async () => {
  const wide = [];
  await withEachKind({ viewport: SHEET }, async (page, { kind, site, path }) => {
    await page.emulateMedia({ media: "print" });
    if (["roadmap", "frame"].includes(kind)) await page.setViewportSize(LYING);
    const [needed, room] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
    // Browsers would shrink the whole page, or cut it off.
    if (needed > room + 1) wide.push(`${site}/${path}: ${needed} px`);
  });
  assert.deepEqual(wide, []);
});

test("charts are printed as lines, not as pictures", () => {
  print(["--quiet", "index"], ({ status, stderr, out }) => {
    assert.equal(status, 0, stderr);
    const { pdf } = read(out);
    assert.ok(!pdf.includes("/Subtype /Image"), "patterns are printed as pictures");
    assert.ok(pdf.length < 1_500_000, `${pdf.length} bytes`);
  });
});

test("without a browser svod says what can be done", () => {
  const env = { ...process.env, PATH: "" };
  print(["index"], ({ status, stderr, out }) => {
    assert.equal(status, 1);
    assert.match(stderr, /Нет браузера[^]*--browser ПУТЬ[^]*Код: no-browser/);
    assert.ok(!existsSync(out));
  }, env);
});

test("a browser that does not print is named, and so is a page that is not there", () => {
  for (const [args, code, words] of [
    [["index", "--root", "tests/golden/minimal", "--browser", "/bin/false"], "broken-browser", /\/bin\/false/],
    [["index", "--root", "tests/golden/minimal", "--browser", "no-such-program"], "broken-browser", /no-such-program/],
    [["schools/nobody", "--root", "tests/golden/minimal"], "no-such-page", /«schools\/nobody»/],
  ]) {
    print(args, ({ status, stderr, out }) => {
      assert.equal(status, 1);
      assert.match(stderr, words);
      assert.ok(stderr.includes(`Код: ${code}`), stderr);
      assert.ok(!existsSync(out));
    });
  }
});
