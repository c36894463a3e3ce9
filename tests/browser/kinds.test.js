// A page of each kind is opened from disk once, and everything that holds for all pages is judged on it.
// A check of `checks/` tells what is wrong in lines; it leaves the page as it found it, but for the last.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { DESKTOP, withEachKind } from "./browser.js";
import * as access from "./checks/access.js";
import * as alone from "./checks/alone.js";
import * as focus from "./checks/focus.js";
import * as heard from "./checks/heard.js";
import * as modes from "./checks/modes.js";
import * as zoom from "./checks/zoom.js";

const CHECKS = [alone, zoom, access, focus, heard, modes];

/** What each check has found; and what there was to be judged. */
const found = new Map(CHECKS.map((check) => [check, []]));
const seen = { kinds: 0, charts: 0 };

before(() => withEachKind({}, async (page, one) => {
  seen.kinds += 1;
  seen.charts += await page.locator("main .chart").count();
  for (const check of CHECKS) {
    const faults = await check.faults(page, one);
    found.get(check).push(...faults.map((fault) => `${one.site}/${one.path}: ${fault}`));
    await page.emulateMedia({ media: null, colorScheme: null, contrast: null, forcedColors: null });
    await page.setViewportSize(DESKTOP);
  }
}));

test("there are pages and charts to judge", () => {
  assert.ok(seen.kinds >= 20, `${seen.kinds} kinds of pages are left`);
  assert.ok(seen.charts > 20, `${seen.charts} charts`);
});

for (const check of CHECKS) test(check.name, () => assert.deepEqual(found.get(check), []));
