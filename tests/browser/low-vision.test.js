// The version for readers with low vision: without scripts, from page to page, readable in each of
// its colours and sizes.

import assert from "node:assert/strict";
import { test } from "node:test";

import axe from "axe-core";

import { DESKTOP, onDisk, PHONE, withBrowser, withPage } from "./browser.js";
import { OF_COLOUR, violations } from "./checks/access.js";

const HOME = onDisk("yaroslavl", "index.html");
const TOWN = onDisk("yaroslavl", "municipalities/uglichsky.html");
const NAME = "Версия для слабовидящих";

const looks = (page) => page.evaluate(() => {
  const { backgroundColor, color, fontSize, letterSpacing } = getComputedStyle(document.documentElement);
  const chart = document.querySelector(".chart");
  const pictures = chart !== null && chart.checkVisibility();
  return { backgroundColor, color, fontSize, spaced: letterSpacing !== "normal", pictures };
});

const BLACK = { backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)", fontSize: "24px", spaced: true, pictures: true };
const WHITE = { ...BLACK, backgroundColor: "rgb(0, 0, 0)", color: "rgb(255, 255, 255)", fontSize: "32px" };

test("the link and the choices work without scripts", () => withBrowser((browser) =>
  withPage(browser, HOME, { javaScriptEnabled: false, colorScheme: "dark" }, async (page) => {
    const panel = page.locator("#low-vision");
    const ordinary = await looks(page);
    assert.equal(await panel.isVisible(), false);
    await page.getByRole("link", { name: NAME }).click();
    assert.equal(await panel.isVisible(), true);
    assert.deepEqual(await looks(page), BLACK);
    await panel.getByLabel("белым по чёрному").check();
    await panel.getByLabel("200 %").check();
    assert.deepEqual(await looks(page), WHITE);
    await panel.getByLabel("убрать").check();
    assert.deepEqual(await looks(page), { ...WHITE, pictures: false });
    await panel.getByRole("link", { name: "Обычная версия" }).click();
    assert.deepEqual(await looks(page), ordinary);
  })));

test("with scripts the choice goes from page to page, by keyboard, and ends", () =>
  withBrowser((browser) => withPage(browser, HOME, {}, async (page) => {
    const ordinary = await looks(page);
    await page.getByRole("link", { name: NAME }).press("Enter");
    const panel = page.getByRole("form", { name: NAME });
    assert.ok(await panel.getByLabel("150 %").isChecked());
    await panel.getByLabel("150 %").focus();
    await page.keyboard.press("ArrowRight");
    await panel.getByLabel("чёрным по белому").focus();
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await looks(page), WHITE);

    await page.locator(".chart-tiles:visible a", { hasText: "Угличский" }).click();
    await page.waitForURL(/uglichsky\.html\?letters=double&gaps=wide&colours=white&pictures=usual$/);
    assert.deepEqual({ ...(await looks(page)), pictures: true }, WHITE);
    await page.reload();
    assert.ok(await page.getByLabel("белым по чёрному").isChecked());
    await page.getByRole("navigation", { name: "На этой странице" }).getByRole("link").first().click();
    assert.equal((await looks(page)).color, WHITE.color);

    await page.getByRole("link", { name: "Обычная версия" }).click();
    await page.waitForURL(/uglichsky\.html$/);
    assert.equal((await looks(page)).fontSize, ordinary.fontSize);
    assert.equal(await page.locator("#low-vision").isVisible(), false);
  })));

test("an address that leaves something out shows it as usual, and large letters have the width", () =>
  withBrowser((browser) => withPage(browser, `${HOME}?letters=double`, { viewport: DESKTOP }, async (page) => {
    for (const group of ["Промежутки", "Цвета", "Рисунки"]) {
      const usual = page.getByRole("group", { name: group, includeHidden: true }).getByLabel("как обычно");
      assert.ok(await usual.isChecked(), group);
    }
    // Beside the map its words would break in their middle.
    const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
    const map = await page.locator(".opening figure:visible").boundingBox();
    assert.ok(heading.y + heading.height <= map.y, "the heading stands beside the map");
  })));

test("an old address takes the choice along", () => withBrowser((browser) => {
  const old = onDisk("life", "municipalities/polevoy_mr.html?colours=blue");
  return withPage(browser, old, {}, (page) => page.waitForURL(/polevoy\w*\.html\?colours=blue$/));
}));

test("a page from a foreign link with a strange choice stays ordinary", () => withBrowser((browser) => {
  const strange = HOME + "?letters=%22%5D,*&view=1&colours=%3Cb%3E";
  return withPage(browser, strange, {}, async (page) => {
    assert.equal(await page.locator("#low-vision").isVisible(), false);
    assert.equal(await page.locator("#low-vision :checked").count(), 0);
  });
}));

test("axe-core finds no violation in any of its colours, and the page fits", () =>
  withBrowser(async (browser) => {
    for (const colours of ["black", "white", "blue"]) {
      const address = `${TOWN}?letters=double&gaps=wide&colours=${colours}`;
      await withPage(browser, address, {}, async (page) => {
        await page.evaluate(axe.source);
        for (const viewport of [DESKTOP, PHONE]) {
          await page.setViewportSize(viewport);
          const found = await violations(page, colours === "black" ? null : OF_COLOUR);
          assert.deepEqual(found, [], `${colours}, ${viewport.width}`);
          const room = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(room <= viewport.width, `${colours}: ${room} wide of ${viewport.width}`);
        }
      });
    }
  }));
