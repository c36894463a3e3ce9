// Everything by keyboard: the skip link, the menu, sorting, filtering, the boxes of wide tables.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, PHONE, withBrowser, withPage } from "./browser.js";

const SCHOOLS = onDisk("yaroslavl", "schools/index.html");

test("the first key leads past the menu", () => withBrowser((browser) =>
  withPage(browser, SCHOOLS, {}, async (page) => {
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "К содержанию" });
    assert.ok(await skip.evaluate((link) => link === document.activeElement));
    assert.ok(await skip.evaluate((link) => link.getBoundingClientRect().top >= 0));
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => document.activeElement.tagName === "MAIN"));
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
  })));

test("the menu of a phone opens, leads on and closes", () => withBrowser((browser) =>
  withPage(browser, SCHOOLS, { viewport: PHONE }, async (page) => {
    const menu = page.getByRole("navigation", { name: "Меню" });
    assert.equal(await menu.isVisible(), false);
    await page.getByRole("link", { name: "Меню", exact: true }).press("Enter");
    assert.equal(await menu.isVisible(), true);
    await menu.getByRole("link", { name: "Закрыть меню" }).press("Enter");
    assert.equal(await menu.isVisible(), false);
    await page.getByRole("link", { name: "Меню", exact: true }).press("Enter");
    await menu.getByRole("link", { name: "Методы" }).press("Enter");
    await page.waitForURL(/methodology\.html$/);
  })));

test("the indicator of the map is chosen by key, and its tiles lead on", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", "index.html"), { javaScriptEnabled: false }, async (page) => {
    const group = page.getByRole("group", { name: "Показатель карты" });
    const choices = group.getByRole("radio");
    const maps = page.locator(".choice .figure");
    assert.equal(await maps.count(), await choices.count());
    assert.ok(await choices.count() >= 4);
    const tile = page.locator(".chart-tiles:visible a", { hasText: "Ярославль" });
    const seen = new Set();
    await choices.first().focus();
    for (let at = 0; at < await choices.count(); at += 1) {
      assert.equal(await page.locator(".choice .figure:visible").count(), 1);
      assert.ok(await maps.nth(at).isVisible());
      seen.add(await tile.locator("title").textContent());
      await page.keyboard.press("ArrowDown");
    }
    assert.equal(seen.size, await choices.count(), [...seen].join("; "));
    // Every value of the map stands in the table as well.
    assert.equal(await page.locator("#municipalities tbody tr").count(), 20);
    await tile.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/municipalities\/yaroslavl\.html$/);
  })));

test("a table is sorted by key, and the order is announced", () => withBrowser((browser) =>
  withPage(browser, SCHOOLS, {}, async (page) => {
    const head = page.getByRole("columnheader", { name: "Местность" });
    const button = head.getByRole("button");
    const places = () => page.locator("tbody td:nth-child(3)").allInnerTexts();
    const status = page.locator("p[role=status]");
    const original = await places();
    const states = [
      ["ascending", "по возрастанию", "город"],
      ["descending", "по убыванию", "село"],
      [null, "исходный", original[0]],
    ];
    for (const [state, said, first] of states) {
      await button.press("Enter");
      assert.equal(await head.getAttribute("aria-sort"), state);
      assert.equal(await status.textContent(), `Порядок строк: Местность, ${said}`);
      assert.equal((await places())[0], first);
    }
    assert.deepEqual(await places(), original);
  })));

test("a list is filtered by key, and the count is announced", () => withBrowser((browser) =>
  withPage(browser, SCHOOLS, {}, async (page) => {
    const field = page.getByRole("searchbox", { name: "Найти в списке" });
    await field.pressSequentially("ТИХОСЕЛЬЦОВСКАЯ ош");
    assert.equal(await page.locator("tbody tr:visible").count(), 1);
    assert.equal(await page.locator("output[role=status]").textContent(), "Показано 1 из 335");
  })));

test("rows are chosen by values, the choice is sent by address and undone", () => withBrowser((browser) =>
  withPage(browser, SCHOOLS, {}, async (page) => {
    const shown = page.locator("tbody tr:visible");
    const count = page.locator("output[role=status]");
    const choose = (title, value) => page.getByRole("combobox", { name: title }).selectOption(value);
    await choose("Муниципальное образование", "Угличский МР");
    assert.equal(await count.textContent(), "Показано 26 из 335");
    await choose("Перечень 2023 года", "!вне перечня");
    assert.equal(await count.textContent(), "Показано 7 из 335");
    await choose("Местность", "село");
    const chosen = await shown.count();
    assert.ok(chosen > 0 && chosen < 7);

    const sent = page.url();
    await page.goto("about:blank");
    await page.goto(sent);
    assert.equal(await shown.count(), chosen);
    // The version for low vision leaves the choice where it is.
    await page.evaluate(() => { document.querySelector("#low-vision [value=half]").click(); });
    assert.match(page.url(), /letters=half/);
    assert.match(page.url(), /schools\.locality=/);

    await page.getByRole("button", { name: "Показать все" }).press("Enter");
    await page.waitForFunction(() => !location.search.includes("schools."));
    assert.equal(await shown.count(), 335);
    assert.equal(await count.textContent(), "");
  })));

test("headings of a long table stay in sight and never over what has the focus", () => withBrowser((browser) =>
  withPage(browser, SCHOOLS, {}, async (page) => {
    const at = (selector) => page.locator(selector).first().evaluate((e) => e.getBoundingClientRect().toJSON());
    const links = page.locator("tbody th a");
    await links.nth(200).focus();
    const box = await at(".table-scroll");
    assert.ok((await at("thead")).top < box.top + 2);
    for (let back = 0; back < 30; back += 1) {
      await page.keyboard.press("Shift+Tab");
      const [focus, head] = await page.evaluate(() => [
        document.activeElement.getBoundingClientRect().top,
        document.querySelector("thead").getBoundingClientRect().bottom,
      ]);
      assert.ok(focus >= head, `${focus} under ${head}`);
    }
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".table-scroll").first().evaluate((e) => getComputedStyle(e).maxHeight), "none");
    assert.equal(await page.locator("thead").first().evaluate((e) => getComputedStyle(e).position), "static");
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 500 });
    assert.equal(await page.locator("thead").first().evaluate((e) => getComputedStyle(e).position), "static");
  })));

test("a table wider than its box is scrolled by key", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", "tables/deficits.html"), { viewport: PHONE }, async (page) => {
    const box = page.locator(".table-scroll").first();
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  })));
