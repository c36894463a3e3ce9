// How soon a page from disk is seen, beside a page of one word in the same window.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { DESKTOP, onDisk, withBrowser } from "./browser.js";
import { pageOfEachKind } from "./sites.js";

/** What pages of the default theme promise on a quiet machine, in milliseconds. */
const PROMISED = 100;
/**
 * A machine that does other things too is slow to show anything: as many times as long as the page of one
 * word may a page take there. On a quiet machine that page takes 40 ms.
 */
const TIMES = PROMISED / 40;
/** The quickest opening counts: the others tell of the machine. So many are tried while it is too slow. */
const TRIES = 12;

/** From the beginning of the navigation to the first paint of a word or a picture, in milliseconds. */
async function firstPaint(page, address) {
  await page.goto("about:blank");
  await page.goto(address, { waitUntil: "load" });
  return page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => {
      const [first] = list.getEntriesByName("first-contentful-paint");
      if (first) done(first.startTime);
    }).observe({ type: "paint", buffered: true });
  }));
}

test("the first paint of each kind of page comes at once", () => withBrowser(async (browser) => {
  const folder = mkdtempSync(join(tmpdir(), "svod-paint-"));
  const file = join(folder, "word.html");
  writeFileSync(file, '<!DOCTYPE html><html lang="ru"><meta charset="utf-8"><title>Слово</title><p>Слово</p></html>');
  const word = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: DESKTOP });
  const slow = [];
  try {
    const page = await context.newPage();
    await firstPaint(page, word);
    for (const { kind, site, path } of pageOfEachKind().filter(({ kind }) => kind !== "redirect")) {
      const times = { word: Infinity, page: Infinity };
      const bound = () => Math.max(PROMISED, times.word * TIMES);
      let tries = 0;
      // The word's own quickest opening is sought too: a slow one would excuse a slow page.
      for (; tries < 2 || (times.page > bound() && tries < TRIES); tries += 1) {
        times.word = Math.min(times.word, await firstPaint(page, word));
        times.page = Math.min(times.page, await firstPaint(page, onDisk(site, path)));
      }
      const said = `${times.page.toFixed(0)} ms, a word ${times.word.toFixed(0)} ms, of ${tries}`;
      console.log(`first paint, ${kind} (${site}/${path}): ${said}`);
      if (times.page > bound()) slow.push(`${site}/${path}: ${said}`);
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual(slow, []);
}));
