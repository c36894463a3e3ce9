// Charts: values by keyboard and by touch, the table one key away.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withBrowser, withPage } from "./browser.js";

const SCHOOL = "schools/sch760001.html";

test("arrows go from value to value, and Enter to the table", async () => {
  await withBrowser(async (browser) => {
    await withPage(browser, onDisk("yaroslavl", SCHOOL), {}, async (page) => {
      const chart = page.locator("#results-section .chart-trend").first();
      const value = page.locator("#results-section .chart-value").first();
      const spoken = [];
      const press = async (key) => {
        await page.keyboard.press(key);
        spoken.push(await value.textContent());
      };
      await chart.focus();
      for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "End", "Home"]) await press(key);
      assert.match(spoken[0], /^Школа, 2018: \d+\s%; обычные колебания от \d+\s% до \d+\s%$/);
      assert.match(spoken[1], /^Школа, 2019: /);
      assert.match(spoken[2], /^(Регион|Муниципалитет), 2019: \d+\s%$/);
      assert.notEqual(spoken[3].split(",")[0], "Школа");
      assert.equal(spoken[4], spoken[0]);
      assert.ok(await value.isVisible());
      await press("Escape");
      assert.equal(spoken[5], "");
      await page.keyboard.press("Enter");
      assert.equal(new URL(page.url()).hash, "#results");
    });
  });
});

test("a touched mark says its value", async () => {
  await withBrowser(async (browser) => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
    await withPage(browser, onDisk("yaroslavl", SCHOOL), phone, async (page) => {
      await page.locator("#results-section .chart-trend circle").first().tap();
      const value = page.locator("#results-section .chart-value").first();
      assert.match(await value.textContent(), /^Школа, 2018: /);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.ok(!wide, "the value widens the page");
    });
  });
});
