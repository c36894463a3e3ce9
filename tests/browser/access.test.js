// axe-core finds nothing on a page of each kind, in each style, on a phone and on a desktop.

import assert from "node:assert/strict";
import { test } from "node:test";

import axe from "axe-core";

import { DESKTOP, PHONE, STYLES, withEachKind } from "./browser.js";

/** What another style can change: all other rules see the same page in each. */
const OF_COLOUR = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds on a page as it looks now: a line for each element at fault. */
async function violations(page, runOnly) {
  return page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run(document, {
      preload: false, // It would ask for style sheets again, which pages from disk may not.
      resultTypes: ["violations"],
      ...(runOnly && { runOnly }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
  }, runOnly);
}

/** The faults of a page by style and width, each style on the page that is open. */
async function inAllStyles(page) {
  const found = new Map();
  for (const style of ["light", "dark", "contrast"]) {
    await page.emulateMedia(STYLES[style]);
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      const rules = style === "light" ? null : OF_COLOUR;
      found.set(`${style} ${viewport.width}`, await violations(page, rules));
    }
  }
  return found;
}

test("axe-core finds no violation", async () => {
  const wrong = [];
  await withEachKind({}, async (page, { kind, site, path }) => {
    await page.evaluate(axe.source);
    const found = await inAllStyles(page);
    const counts = [...found].map(([at, faults]) => `${at}: ${faults.length}`);
    console.log(`axe, ${kind} (${site}/${path}): ${counts.join(", ")}`);
    for (const [at, faults] of found) {
      wrong.push(...faults.map((fault) => `${site}/${path}, ${at}: ${fault}`));
    }
  });
  assert.deepEqual(wrong, []);
});
