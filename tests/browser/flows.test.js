// What three readers come for, click by click, from disk.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { onDisk, PHONE, withBrowser, withPage } from "./browser.js";

const HOME = onDisk("yaroslavl", "index.html");

/** Presses a link of the page's main part and waits for the page it leads to. */
async function follow(page, name, place = page.getByRole("main")) {
  const link = place.getByRole("link", { name, exact: true }).first();
  const address = await link.evaluate((a) => new URL(a.getAttribute("href"), a.baseURI).href);
  await link.click();
  await page.waitForURL(address);
}

const heading = (page) => page.getByRole("heading", { level: 1 }).innerText();

test("a methodologist goes from a figure to its table, its file and its rule", () =>
  withBrowser((browser) => withPage(browser, HOME, {}, async (page) => {
    await follow(page, "87");
    assert.match(await heading(page), /Доля школ региона в перечне/);
    const row = page.getByRole("row").filter({ hasText: "2023" });
    assert.match(await row.innerText(), /\b87\b/);
    assert.match(await page.locator(".base").first().innerText(), /^База: /);

    const file = page.getByRole("link", { name: /^CSV/ });
    const path = fileURLToPath(await file.evaluate((a) => a.href));
    assert.match(readFileSync(path, "utf8"), /^\uFEFF?row,column,count,base,percent\r?\n.*,87,335,26/ms);
    await page.locator("summary", { hasText: "Откуда данные" }).click();
    assert.ok(await page.getByText("data/list_membership.csv").isVisible());

    await follow(page, "Методы", page.getByRole("navigation", { name: "Меню" }));
    assert.match(await page.getByRole("main").innerText(), /30\s%/);
    await follow(page, "Данные", page.getByRole("navigation", { name: "Меню" }));
    assert.match(await page.getByRole("main").innerText(), /data\/results\.csv/);
  })));

test("a coordinator goes from the map to the municipality, sorts its schools and prints", () =>
  withBrowser((browser) => withPage(browser, HOME, {}, async (page) => {
    await page.getByRole("radio", { name: "Дефицит кадров" }).check();
    await page.locator(".chart-tiles:visible a", { hasText: "Угличский" }).click();
    await page.waitForURL(/municipalities\/uglichsky\.html$/);
    assert.equal(await heading(page), "Угличский МР");

    const table = page.locator("#schools");
    const head = table.getByRole("columnheader", { name: "Перечень 2023 года" });
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    const school = table.locator("tbody th a").first();
    const name = await school.innerText();
    await school.click();
    await page.waitForURL(/schools\/sch\d+\.html$/);
    assert.equal(await heading(page), name);
    await follow(page, "Угличский МР", page.getByRole("navigation", { name: "Путь к странице" }));

    await page.emulateMedia({ media: "print" });
    for (const gone of [".menu", ".crumbs", ".filter", ".table-links"]) {
      assert.equal(await page.locator(gone).filter({ visible: true }).count(), 0, gone);
    }
    assert.ok(await table.isVisible());
    assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 0);
  })));

test("a head teacher finds the school on a phone, and what is overdue", () =>
  withBrowser((browser) => withPage(browser, HOME, { viewport: PHONE }, async (page) => {
    await follow(page, "335");
    await page.getByRole("searchbox").fill("журавлехолмская");
    await follow(page, "МОУ Журавлехолмская СОШ");
    const lead = await page.locator(".lead").first().innerText();
    assert.match(lead, /^Вышла из перечня/);

    await follow(page, "Дорожная карта", page.getByRole("navigation", { name: "На этой странице" }));
    const urgent = page.locator("#urgent tbody tr", { hasText: "просрочено" });
    assert.equal(await urgent.count(), 4);
    await follow(page, "8");
    assert.equal(await heading(page), "Дорожная карта: МОУ Журавлехолмская СОШ");
    assert.equal(await page.locator("#roadmap tbody tr", { hasText: "просрочено" }).count(), 4);
    await page.goBack();
    await follow(page, "Целевые показатели", page.getByRole("navigation", { name: "На этой странице" }));
    assert.ok(await page.locator("#targets").isVisible());
  })));
