// The header at every width, with the longest menu: what leads on stands in one line and inside the
// page, the menu in even rows. Sections that arrive late are led to and found as others are.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withBrowser, withPage } from "./browser.js";

const WIDTHS = [320, 360, 400, 600, 767, 768, 800, 900, 1000, 1024, 1088, 1100, 1140, 1180, 1230, 1280, 1360, 1440, 1920];
/** From here on the menu is shown without being opened; from there it needs one row. */
const MENU = 768;
const ONE_ROW = 1100;

const PAGES = [
  onDisk("yaroslavl", "analysis/debt.html"),
  onDisk("smolensk", "municipalities/index.html"),
  onDisk("life", "documents.html"),
];

/** Boxes of what is in the header; runs in the page. */
function boxes() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
  const box = (part) => {
    const { top, bottom, left, right } = part.getBoundingClientRect();
    return { top, bottom, left, right, name: part.textContent.trim() || part.className };
  };
  return {
    tools: shown(".masthead .tools > *").map(box),
    name: shown(".masthead .name").map(box),
    menu: shown(".menu > ul > li > a").map(box),
    all: shown(".masthead :is(a, input, p), .menu a").map(box),
    room: document.documentElement.scrollWidth,
  };
}

/** True if two boxes stand beside each other in a line. */
const inLine = (one, other) => one.top < other.bottom && other.top < one.bottom;

/** How many boxes each line has. */
function rows(boxes) {
  const tops = boxes.map(({ top }) => Math.round(top));
  return [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
}

function faultsOfHeader({ tools, name, menu, all, room }, width) {
  const faults = [];
  const wide = width >= MENU;
  if (room > width) faults.push(`${room} wide`);
  for (const { left, right, name } of all) {
    if (left < 0 || right > width) faults.push(`«${name}» from ${left} to ${right}`);
  }
  // On a phone the field of the search has a line of its own.
  const line = wide ? tools : tools.slice(1);
  if (line.length !== 2) faults.push(`${line.length} things lead on`);
  if (!line.every((one) => inLine(one, line[0]))) faults.push("what leads on is parted");
  // The name stands beside all of them or over all of them.
  const beside = name.flatMap((one) => line.map((other) => inLine(one, other)));
  if (new Set(beside).size > 1) faults.push("the name stands beside one of two");
  if (wide !== menu.length > 0) faults.push(`${menu.length} entries of the menu`);
  const counts = rows(menu);
  if (width >= ONE_ROW && counts.length !== 1) faults.push(`menu in ${counts.length} rows`);
  if (counts.length > 2 || counts.at(-1) * 2 < counts[0]) faults.push(`rows of ${counts.join(", ")} entries`);
  return faults;
}

test("the header is in order at every width", () => withBrowser(async (browser) => {
  const wrong = [];
  for (const address of PAGES) {
    await withPage(browser, address, {}, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 600 });
        const faults = faultsOfHeader(await page.evaluate(boxes), width);
        wrong.push(...faults.map((fault) => `${address.split("/public/")[1]} at ${width}: ${fault}`));
      }
    });
  }
  assert.deepEqual(wrong, []);
}));

test("in large letters nothing of the header stands over another or outside", () => withBrowser(async (browser) => {
  const wrong = [];
  const query = "?letters=double&gaps=wide&colours=black";
  await withPage(browser, PAGES[0] + query, {}, async (page) => {
    for (const width of [320, 768, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 600 });
      const { tools, name, menu, all } = await page.evaluate(boxes);
      const outside = all.filter(({ left, right }) => left < 0 || right > width);
      wrong.push(...outside.map((one) => `at ${width} «${one.name}» from ${one.left} to ${one.right}`));
      const parts = [...tools, ...name, ...menu];
      parts.forEach((one, at) => parts.slice(at + 1).forEach((other) => {
        const over = inLine(one, other) && one.left < other.right - 1 && other.left < one.right - 1;
        if (over) wrong.push(`at ${width} «${one.name}» over «${other.name}»`);
      }));
    }
  });
  assert.deepEqual(wrong, []);
}));

test("what follows the first screen arrives, and the reader stands where led, with scripts and without", () =>
  withBrowser(async (browser) => {
    for (const [path, id] of [["methodology.html", "life"], ["municipalities/yaroslavl.html", "procedures"]]) {
      for (const javaScriptEnabled of [true, false]) {
        const asked = { javaScriptEnabled, reducedMotion: "reduce" };
        await withPage(browser, `${onDisk("yaroslavl", path)}#${id}`, asked, (page) => standsAt(page, id, 60));
        await withPage(browser, onDisk("yaroslavl", path), asked, async (page) => {
          await page.locator(`#${id}`).evaluate((section) => scrollTo(0, scrollY + section.getBoundingClientRect().top - 300));
          await page.reload();
          await standsAt(page, id, 310);
          await page.goto(onDisk("yaroslavl", "index.html"));
          await page.goBack();
          await standsAt(page, id, 310);
        });
      }
    }
  }));

/** Waits until the section is shown and begins so many pixels below the top of the window, or up to 60 less. */
const standsAt = (page, id, below) => page.waitForFunction(([id, below]) => {
  const section = document.getElementById(id);
  const { top } = section.getBoundingClientRect();
  const shown = section.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
  return shown && top <= below && top > below - 60;
}, [id, below]);

test("links lead to sections far below, and their words are found", () => withBrowser((browser) =>
  withPage(browser, onDisk("yaroslavl", "index.html"), {}, async (page) => {
    const links = page.locator("nav.contents a");
    assert.ok(await links.count() > 8);
    for (const at of [await links.count() - 1, 0, 5]) {
      await page.evaluate(() => scrollTo(0, 0));
      await links.nth(at).click();
      const section = page.locator(await links.nth(at).getAttribute("href"));
      await section.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      // The last section may be too short to stand at the top.
      const { top, end, isEnd } = await section.evaluate((element) => ({
        top: element.getBoundingClientRect().top,
        end: innerHeight,
        isEnd: scrollY + innerHeight > document.documentElement.scrollHeight - 1 && !element.nextElementSibling,
      }));
      assert.ok(top >= 0 && top < (isEnd ? end : 60), `section ${at} stands at ${top}`);
    }
    const found = await page.evaluate(() => {
      scrollTo(0, 0);
      const last = [...document.querySelectorAll("article > section")].at(-1);
      return window.find(last.querySelector(".finding").textContent.slice(0, 25)) && scrollY > innerHeight;
    });
    assert.ok(found, "the words of the last section are not found");
  })));

test("in the reader's own colours the menu still says where one is", () => withBrowser((browser) =>
  withPage(browser, PAGES[0], { forcedColors: "active" }, async (page) => {
    const lined = await page.evaluate(() => [...document.querySelectorAll(".menu > ul > li > a")]
      .filter((link) => parseFloat(getComputedStyle(link).borderBottomWidth) > 0).map((link) => link.textContent));
    assert.deepEqual(lined, ["Анализ"]);
  })));
