// How soon a page from disk is seen, beside a page of one word in the same window.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { onDisk } from "./browser.js";
import { heaviestOfEachKind } from "./sites.js";
import { withWindow } from "./unwatched.js";

/** What pages of the default theme promise on a quiet machine, in milliseconds. */
const PROMISED = 100;
/**
 * A machine that does other things too is slow to show anything. How slow, a page of one word tells, opened
 * by turns with the page: on a quiet machine it takes 40 ms. A page may take so many times as long.
 */
const TIMES = PROMISED / 40;
/** The middle one of the openings counts. More are tried while the page is too slow. */
const TRIES = { least: 5, most: 15 };

/** Done when the window has shown what it has, and rests. */
const RESTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
/** From the beginning of the navigation to the first paint of a word or a picture, in milliseconds. */
const FIRST_PAINT = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName("first-contentful-paint");
    if (first) done(first.startTime);
  }).observe({ type: "paint", buffered: true });
})`;

async function firstPaint(ask, address) {
  const say = async (expression) =>
    (await ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })).result.value;
  await ask("Page.navigate", { url: "about:blank" });
  await say(RESTED);
  await ask("Page.navigate", { url: address });
  return say(FIRST_PAINT);
}

const middle = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

test("the first paint of each kind of page comes at once, however much is on it", () => withWindow(async (ask) => {
  const folder = mkdtempSync(join(tmpdir(), "svod-paint-"));
  const file = join(folder, "word.html");
  writeFileSync(file, '<!DOCTYPE html><html lang="ru"><meta charset="utf-8"><title>Слово</title><p>Слово</p></html>');
  const short = pathToFileURL(file).href;
  const slow = [];
  try {
    await firstPaint(ask, short);
    for (const { kind, site, path } of heaviestOfEachKind().filter(({ kind }) => kind !== "redirect")) {
      const times = { word: [], page: [] };
      const isSlow = () => middle(times.page) > Math.max(PROMISED, middle(times.word) * TIMES);
      for (let tries = 0; tries < TRIES.least || (isSlow() && tries < TRIES.most); tries += 1) {
        times.word.push(await firstPaint(ask, short));
        times.page.push(await firstPaint(ask, onDisk(site, path)));
      }
      const said = `${middle(times.page)} ms, a word ${middle(times.word)} ms, of ${times.page.length}`;
      console.log(`first paint, ${kind} (${site}/${path}): ${said}`);
      if (isSlow()) slow.push(`${site}/${path}: ${said}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual(slow, []);
}));
