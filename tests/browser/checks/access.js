// axe-core, in each style, on a phone and on a desktop.

import axe from "axe-core";

import { DESKTOP, PHONE, STYLES } from "../browser.js";

/** What another style can change: all other rules see the same page in each. */
export const OF_COLOUR = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds on a page as it looks now: a line for each element at fault. */
export async function violations(page, runOnly) {
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

export const name = "axe-core finds no violation in any style and width";

/** The faults of an open page in each style and width. */
export async function faults(page, { kind }) {
  await page.evaluate(axe.source);
  const found = new Map();
  for (const style of ["light", "dark", "contrast"]) {
    await page.emulateMedia(STYLES[style]);
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      const rules = style === "light" ? null : OF_COLOUR;
      found.set(`${style} ${viewport.width}`, await violations(page, rules));
    }
  }
  console.log(`axe, ${kind}: ${[...found].map(([at, lines]) => `${at}: ${lines.length}`).join(", ")}`);
  return [...found].flatMap(([at, lines]) => lines.map((line) => `${at}: ${line}`));
}
