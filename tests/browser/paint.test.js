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
 * A machine that does other things too is slow to show anything. How slow, a page of one word tells, opened
 * by turns with the page: on a quiet machine it takes 40 ms. A page may take so many times as long.
 */
const TIMES = PROMISED / 40;
/**
 * The quickest opening of the page counts, for the others tell of the machine; and the middle one of the
 * word, which is so short that its quickest finds a quiet moment anywhere. More are tried while the page is
 * too slow.
 */
const TRIES = { least: 2, most: 12 };

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
  const short = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: DESKTOP });
  const slow = [];
  try {
    const page = await context.newPage();
    await firstPaint(page, short);
    for (const { kind, site, path } of pageOfEachKind().filter(({ kind }) => kind !== "redirect")) {
      const times = { word: [], page: [] };
      const word = () => times.word.toSorted((a, b) => a - b)[times.word.length >> 1];
      const quickest = () => Math.min(...times.page);
      const isSlow = () => quickest() > Math.max(PROMISED, word() * TIMES);
      for (let tries = 0; tries < TRIES.least || (isSlow() && tries < TRIES.most); tries += 1) {
        times.word.push(await firstPaint(page, short));
        times.page.push(await firstPaint(page, onDisk(site, path)));
      }
      const said = `${quickest().toFixed(0)} ms, a word ${word().toFixed(0)} ms, of ${times.page.length}`;
      console.log(`first paint, ${kind} (${site}/${path}): ${said}`);
      if (isSlow()) slow.push(`${site}/${path}: ${said}`);
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual(slow, []);
}));
