// The meeting view: by key from a disk, told to those who hear it, read without scripts, printed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withBrowser, withPage } from "./browser.js";

const PAGE = "municipalities/uglichsky.html";
const SLIDES = `slides/${PAGE}`;
const WALL = { viewport: { width: 1280, height: 720 } };

/** The number on the slide at the top of the screen. */
function numberShown(page) {
  return page.evaluate(() => {
    const tops = [...document.querySelectorAll(".slide")].map((slide) => slide.getBoundingClientRect().top);
    return tops.findIndex((top) => Math.abs(top) < 2) + 1;
  });
}

test("a page leads to its slides, keys go through them, Esc leads back", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", PAGE), WALL, async (page) => {
    await page.getByRole("link", { name: "Показать на совещании" }).click();
    const all = await page.locator(".slide").count();
    assert.ok(all > 8, `${all} slides`);
    for (const [key, expected] of [
      ["ArrowRight", 2], ["PageDown", 3], ["ArrowLeft", 2], ["PageUp", 1], ["End", all], ["Home", 1], ["Space", 2],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await numberShown(page), expected, key);
      assert.equal(await page.locator(".deck-progress progress").getAttribute("value"), String(expected));
      const said = await page.getByRole("status").last().textContent();
      assert.ok(said.startsWith(`Слайд ${expected} из ${all}: `), said);
    }
    await page.reload();
    assert.equal(await numberShown(page), 2, "the address keeps the slide");
    await page.keyboard.press("Escape");
    await page.waitForURL(onDisk("yaroslavl", PAGE));
  })));

test("a table in its box keeps its keys", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", SLIDES), WALL, async (page) => {
    const box = page.locator(".slide .table-scroll").first();
    await box.focus();
    const before = await numberShown(page);
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement.scrollTop > 0);
    assert.equal(await numberShown(page), before);
  })));

for (const [width, height] of [[1280, 720], [1920, 1080]]) {
  test(`slides fit a screen of ${width} × ${height}`, () => withBrowser(async (browser) => {
    for (const path of [SLIDES, "slides/index.html", "slides/conclusions.html", "slides/groups/track1.html"]) {
      await withPage(browser, onDisk("yaroslavl", path), { viewport: { width, height } }, async (page) => {
        const faults = await page.evaluate(() => {
          const wide = [...document.querySelectorAll(".slide")].filter((slide) => slide.scrollWidth > innerWidth);
          const small = [...document.querySelectorAll(".slide .lead")].filter((lead) =>
            parseFloat(getComputedStyle(lead).fontSize) < innerHeight / 22);
          return [...wide.map((slide) => `wide: ${slide.id}`), ...small.map((lead) => `small: ${lead.textContent}`)];
        });
        assert.deepEqual(faults, [], path);
      });
    }
  }));
}

test("without scripts slides are one long page", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", SLIDES), { ...WALL, javaScriptEnabled: false }, async (page) => {
    const heights = await page.locator(".slide").evaluateAll((all) => all.map((slide) => slide.offsetHeight));
    assert.ok(heights.every((height) => height >= 720));
    assert.ok(!(await page.locator(".deck-progress").isVisible()), "no progress that stands still");
    assert.ok(await page.getByRole("link", { name: "К странице" }).first().isVisible());
  })));

test("a hand-out has two slides or more on a sheet", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", "slides/conclusions.html"), WALL, async (page) => {
    const slides = await page.locator(".slide").count();
    const printed = await page.pdf({ preferCSSPageSize: true });
    const sheets = printed.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(sheets * 2 <= slides + 1 && sheets > 1, `${slides} slides on ${sheets} sheets`);
    await page.emulateMedia({ media: "print" });
    const lost = await page.locator(".slide-body").evaluateAll((all) => all.filter((body) => !body.checkVisibility()).length);
    assert.equal(lost, 0);
  })));
