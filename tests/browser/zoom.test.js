// A page of each kind in narrow windows and in large letters: the page itself never scrolls sideways.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withEachKind } from "./browser.js";

/** How wide the page is, in CSS pixels. */
const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

test("no page scrolls sideways at 200 % and 400 %, nor in double letters", async () => {
  const wrong = [];
  await withEachKind({}, async (page, { path }) => {
    // A desktop of 1280 pixels is 640 wide at 200 % and 320 at 400 % (WCAG 2.2, 1.4.4 and 1.4.10).
    for (const window of [1280, 640, 320]) {
      await page.setViewportSize({ width: window, height: 512 });
      const room = await width(page);
      if (room > window) wrong.push(`${path} is ${room} wide in a window of ${window}`);
    }
    await page.setViewportSize({ width: 1280, height: 512 });
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    const room = await width(page);
    if (room > 1280) wrong.push(`${path} in double letters is ${room} wide in a window of 1280`);
  });
  assert.deepEqual(wrong, []);
});
