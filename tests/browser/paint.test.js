// How soon a page from disk is seen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withBrowser, withPage } from "./browser.js";
import { pageOfEachKind } from "./sites.js";

/** What pages of the default theme promise on a quiet machine, in milliseconds. */
const PROMISED = 100;
/** A machine that runs other tests as well is given so many times as much. */
const PATIENCE = 5;
/** The quickest of so many openings counts: the others tell of the machine. */
const TRIES = 5;

test("the first paint of each kind of page comes at once", async () => {
  const slow = [];
  await withBrowser(async (browser) => {
    for (const { kind, site, path } of pageOfEachKind().filter(({ kind }) => kind !== "redirect")) {
      await withPage(browser, onDisk(site, path), {}, async (page) => {
        const times = [];
        for (let at = 0; at < TRIES; at += 1) {
          await page.reload({ waitUntil: "load" });
          times.push(await page.evaluate(() => new Promise((done) => {
            new PerformanceObserver((list) => {
              const [first] = list.getEntriesByName("first-contentful-paint");
              if (first) done(first.startTime);
            }).observe({ type: "paint", buffered: true });
          })));
        }
        const best = Math.min(...times);
        console.log(`first paint, ${kind} (${site}/${path}): ${best.toFixed(0)} ms`);
        if (best > PROMISED * PATIENCE) slow.push(`${site}/${path}: ${best.toFixed(0)} ms`);
      });
    }
  });
  assert.deepEqual(slow, []);
});
