// The search: what is found and how, by keyboard, from disk and from a server, and how fast.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

import axe from "axe-core";

import { onDisk, PHONE, DESKTOP, withBrowser, withPage, withServer } from "./browser.js";
import { violations } from "./checks/access.js";
import { sites } from "./sites.js";

const HOME = onDisk("yaroslavl", "index.html");
const SCHOOL = onDisk("yaroslavl", "schools/sch760001.html");
/** A short page: the header is the same on all. */
const LIGHT = onDisk("yaroslavl", "accessibility.html");

const field = (page) => page.getByRole("combobox", { name: "Поиск" });
const options = (page) => page.getByRole("listbox").getByRole("option");
const status = (page) => page.locator("search [role=status]");

/** What the page finds, best first. */
async function found(page, asked) {
  await field(page).fill(asked);
  await page.waitForFunction(() => document.querySelector("search [role=status]").textContent !== "");
  return options(page).allInnerTexts();
}

test("words are stemmed as Snowball does", () => {
  runInThisContext(readFileSync(join(sites.yaroslavl, "static/find.js"), "utf8"));
  const stems = Object.entries(JSON.parse(readFileSync(process.env.SVOD_STEMS, "utf8")));
  assert.ok(stems.length > 2000, `${stems.length} words`);
  const wrong = stems.filter(([word, stem]) => globalThis.svodSearch.stem(word) !== stem);
  assert.deepEqual(wrong.map(([word, stem]) => `${word}: ${globalThis.svodSearch.stem(word)}, not ${stem}`), []);
});

test("a question in English finds the other forms of its words", () => {
  runInThisContext(readFileSync(join(sites.yaroslavl, "static/find.js"), "utf8"));
  const titles = [
    "Municipalities", "A municipality of the north", "Schools on the list", "School No. 5", "Planned measures",
    "The plan", "Classes and results", "Analysis of risks", "Dynamics by procedure", "Strings of pupils",
  ];
  globalThis.svodSearch.add(0, [{ kind: "", entries: titles.map((title) => [title, "index.html"]) }]);
  const found = (asked) => globalThis.svodSearch.find(asked, 20).found
    .map(({ title }) => title.map(({ text }) => text).join("")).sort();
  for (const [asked, expected] of [
    ["municipality", ["A municipality of the north", "Municipalities"]],
    ["Municipalities", ["A municipality of the north", "Municipalities"]],
    ["schools", ["School No. 5", "Schools on the list"]],
    ["listed schools", ["Schools on the list"]],
    ["planning", ["Planned measures", "The plan"]],
    ["measured", ["Planned measures"]],
    ["class", ["Classes and results"]],
    ["analyses", ["Analysis of risks"]],
    ["resulting", ["Classes and results"]],
    // A word of which nothing that can be said would be left stays whole.
    ["string", ["Strings of pupils"]],
    ["risking", ["Analysis of risks"]],
    ["teachers", []],
  ]) {
    assert.deepEqual(found(asked), expected, asked);
  }
});

test("nothing of the index is read until the reader searches; then it is found, from disk and from a server", () =>
  withServer((server) => withBrowser(async (browser) => {
    for (const folder of [onDisk("yaroslavl", ""), `${server}/yaroslavl/`]) {
      await withPage(browser, `${folder}schools/sch760001.html`, { folder }, async (page) => {
        const read = () => page.evaluate(() =>
          [...document.scripts].map((script) => script.src).filter((src) => /search\/|find\.js/.test(src)).length);
        assert.equal(await read(), 0);
        const [best] = await found(page, "углич");
        assert.match(best, /Муниципалитет.*Угличский МР/s);
        assert.ok(await read() >= 3);
        await field(page).press("ArrowDown");
        await field(page).press("Enter");
        await page.waitForURL(/municipalities\/uglichsky\.html$/);
      });
    }
  })));

test("parts of words, any order, ё and е, look-alikes, endings and numbers of schools find", () =>
  withBrowser((browser) => withPage(browser, SCHOOL, {}, async (page) => {
    for (const [asked, title] of [
      ["журавл", /МОУ Журавле/],
      ["СОШ журавлехолм", /МОУ Журавлехолмская СОШ/],
      ["холмская журавле", /МОУ Журавлехолмская СОШ/],
      ["журавлехолмскую мышкинского", /МОУ Журавлехолмская СОШ/],
      ["клёнополянская", /Клёнополянская/],
      ["кленополянской школой", /Клёнополянская/],
      ["жypaвлexoлмcкaя", /МОУ Журавлехолмская СОШ/],
      ["266", /№\s266/],
      ["№ 266", /№\s266/],
      ["СОШ 266", /№\s266/],
      ["школа№266", /№\s266/],
      ["угличского", /Угличский МР/],
      ["дефицитов", /[Дд]ефицит/],
      ["методике", /Методика/],
    ]) {
      const titles = await found(page, asked);
      assert.match(titles[0] ?? "", title, `${asked}: ${titles.join("; ")}`);
    }
    await field(page).fill("такого тут нет");
    await page.getByText("Ничего не найдено").waitFor();
    assert.equal(await field(page).getAttribute("aria-expanded"), "false");
  })));

test("by keyboard: arrows, Enter, Escape; the count is announced, what was asked for is marked", () =>
  withBrowser((browser) => withPage(browser, HOME, {}, async (page) => {
    const shown = await found(page, "угличский");
    assert.match(await status(page).textContent(), /^Найдено: \d+\./);
    assert.equal(await field(page).getAttribute("aria-expanded"), "true");
    assert.equal(await options(page).first().locator("mark").innerText(), "Угличский");
    await field(page).press("ArrowUp");
    assert.equal(await options(page).last().getAttribute("aria-selected"), "true");
    await field(page).press("ArrowDown");
    const active = await field(page).getAttribute("aria-activedescendant");
    assert.equal(active, await options(page).first().getAttribute("id"));
    await field(page).press("Escape");
    assert.equal(await options(page).filter({ visible: true }).count(), 0);
    assert.equal(await field(page).inputValue(), "угличский");
    await field(page).press("Enter");
    await page.waitForURL(/search\.html#q=/);
    const all = page.locator("ol.found a");
    await all.first().waitFor();
    assert.ok(await all.count() > shown.length);
    assert.equal(await page.getByRole("searchbox").inputValue(), "угличский");
    await page.getByRole("searchbox").fill("угличский данные");
    await page.waitForURL((url) => url.hash.includes("%D0%B4"));
  })));

test("what was chosen for low vision goes along", () => withBrowser((browser) =>
  withPage(browser, `${HOME}?letters=double`, {}, async (page) => {
    await found(page, "журавлехолмская");
    await options(page).first().click();
    await page.waitForURL(/schools\/sch760001\.html\?letters=double$/);
  })));

test("without scripts the page of the search leads to the lists", () => withBrowser((browser) =>
  withPage(browser, SCHOOL, { javaScriptEnabled: false }, async (page) => {
    await page.getByRole("link", { name: "Поиск", exact: true }).click();
    await page.waitForURL(/search\.html$/);
    await page.getByRole("main").getByRole("link", { name: "Школы" }).click();
    await page.waitForURL(/schools\/index\.html$/);
  })));

test("a page without its neighbours says why nothing is found", () => withBrowser(async (browser) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/search\//, (route) => route.abort());
  await page.goto(HOME);
  await field(page).fill("школа");
  await page.getByText("Поиск не открылся").waitFor();
  await context.close();
}));

test("axe-core finds no violation in the open list and in what the page finds", () =>
  withBrowser((browser) => withPage(browser, LIGHT, {}, async (page) => {
    await page.evaluate(axe.source);
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await found(page, "школа");
      await field(page).press("ArrowDown");
      assert.deepEqual(await violations(page), []);
      const room = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(room <= viewport.width, `${room} wide of ${viewport.width}`);
    }
    await field(page).press("Escape");
    await field(page).press("Enter");
    await page.waitForURL(/search\.html#q=/);
    await page.locator("ol.found a").first().waitFor();
    await page.evaluate(axe.source);
    assert.deepEqual(await violations(page), []);
  })));

/** An index of 40,000 schools in 2,000 municipalities, in shards as svod writes them. */
function bigIndex() {
  const parts = ["Берёзово", "Журавле", "Камено", "Ольхо", "Верхне", "Старо", "Ново", "Крутояр", "Тихо", "Сосново"];
  const ends = ["холмская", "борская", "реченская", "полянская", "сельцовская", "ключевская", "ярская"];
  const school = (at) => at % 3
    ? `МОУ ${parts[at % 10]}${ends[at % 7]} СОШ имени Героя ${at}`
    : `МБОУ «Средняя общеобразовательная школа № ${at % 500}»`;
  const group = (own) => ({
    kind: "Школа", words: "школа СОШ ООШ", place: `${parts[own % 10]}${ends[own % 7].replace("ая", "ий")} район ${own}`,
    entries: Array.from({ length: 20 }, (_, at) => [school(own * 20 + at), `schools/s${own * 20 + at}.html`]),
  });
  const shard = (at) => `svodSearch.add(${at}, ${JSON.stringify(Array.from({ length: 100 }, (_, own) => group(at * 100 + own)))});`;
  return Array.from({ length: 20 }, (_, at) => shard(at)).join("\n");
}

test("a question to 40,000 schools is answered in under 50 ms", async () => {
  const folder = mkdtempSync(join(tmpdir(), "svod-search-"));
  try {
    writeFileSync(join(folder, "find.js"), readFileSync(join(sites.yaroslavl, "static/find.js")));
    writeFileSync(join(folder, "index.js"), bigIndex());
    writeFileSync(join(folder, "index.html"), '<!DOCTYPE html><meta charset="utf-8"><script src="find.js"></script><script src="index.js"></script>');
    await withBrowser(async (browser) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      const took = await page.evaluate(() => {
        const asked = ["школа", "№ 12", "сош 499", "берёзовохолмская школа", "героя новоборск", "мбоу ярск", "ярск район 1999"];
        const time = (one) => {
          const start = performance.now();
          const { count } = globalThis.svodSearch.find(one, 8);
          return { took: performance.now() - start, count };
        };
        return asked.map((one) => {
          const runs = Array.from({ length: 7 }, () => time(one));
          return { asked: one, count: runs[0].count, took: Math.min(...runs.map((run) => run.took)) };
        });
      });
      for (const { asked, count, took: ms } of took) {
        console.log(`search, 40,000 schools: «${asked}», ${count} found, ${ms.toFixed(1)} ms`);
        assert.ok(count > 0, asked);
        assert.ok(ms < 50, `${asked}: ${ms} ms`);
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
