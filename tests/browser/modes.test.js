// What readers ask of their systems: colours of their own, nothing that moves; and what charts and
// pictures say in words, beside them and in their place.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withBrowser, withEachKind, withPage } from "./browser.js";

/** What of the charts and signs of a page is lost in the reader's own colours; runs in the page. */
function lostInForcedColours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const system = (name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const canvas = system("Canvas");
  const own = ["CanvasText", "LinkText", "GrayText", "Highlight"].map(system);
  const lost = [];
  const say = (what, element) => lost.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
  for (const shape of document.querySelectorAll(".chart :is(rect, circle, path):not(.casing)")) {
    const { fill, stroke } = getComputedStyle(shape);
    // The lines of a hatch lie on its tone, all others on the page.
    const hatch = shape.closest(".hatch");
    const under = hatch ? system(getComputedStyle(shape).getPropertyValue("--tone")) : canvas;
    const seen = [fill, stroke].some((colour) => own.concat(canvas).includes(colour) && colour !== under);
    if (!seen) say("unseen", shape);
    const foreign = [fill, stroke].filter((colour) => ![canvas, "none", ...own].includes(colour));
    if (foreign.length > 0) say(`in ${foreign}`, shape);
  }
  for (const text of document.querySelectorAll(".chart text")) {
    const { fill, stroke } = getComputedStyle(text);
    // The halo of a text has the colour of what lies under it.
    if (fill === (stroke === "none" ? canvas : stroke) || !own.concat(canvas).includes(fill)) say("text", text);
  }
  for (const sign of document.querySelectorAll("main span.mark")) {
    if (getComputedStyle(sign).color === canvas) say("sign", sign);
  }
  probe.remove();
  return lost;
}

/** Whatever moves or changes by degrees; runs in the page. */
function moving() {
  const moves = (element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return animationName !== "none" || scrollBehavior === "smooth" ||
      transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
  };
  return [...document.querySelectorAll("*")].filter(moves).map((element) => element.outerHTML.slice(0, 120));
}

/** Charts and pictures that leave no words when they go; runs in the page. */
function lostWithoutPictures() {
  document.querySelector("#low-vision [value=without]")?.click();
  const shown = (element) => element.checkVisibility();
  const lost = [];
  for (const chart of document.querySelectorAll("main .chart")) {
    const finding = document.getElementById(chart.getAttribute("aria-labelledby").split(" ")[1]);
    const { width, height } = finding.getBoundingClientRect();
    // Of several charts the reader sees the one chosen.
    const figure = chart.closest(".choice .figure");
    if (figure && getComputedStyle(figure).display === "none") continue;
    if (shown(chart)) lost.push(`a chart is shown: ${finding.textContent}`);
    if (!shown(finding) || width < 50 || height < 10) lost.push(`not in words: ${finding.textContent}`);
  }
  for (const image of document.querySelectorAll("main img[alt]:not([alt=''])")) {
    const words = image.nextElementSibling;
    if (shown(image) || !words || !shown(words) || words.textContent !== image.alt) {
      lost.push(`a picture without words: ${image.outerHTML}`);
    }
  }
  return lost;
}

/** What is wrong with the charts of a page; runs in the page. */
function faultsOfCharts() {
  const faults = [];
  for (const chart of document.querySelectorAll(".chart")) {
    const named = chart.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id));
    const [title, finding] = named.map((element) => element?.textContent.trim() ?? "");
    if (!title) faults.push(`no title: ${chart.getAttribute("aria-labelledby")}`);
    if (finding.length < 12 || finding === title) faults.push(`no finding: ${title}`);
    if (!chart.matches(".chart-tiles") && chart.tabIndex !== 0) faults.push(`out of reach: ${title}`);
    const links = chart.closest(".multiples-block, figure").querySelectorAll(".figure-links a");
    for (const link of links) {
      if (!document.querySelector(link.hash)?.querySelector("table")) faults.push(`no table: ${title}`);
    }
  }
  return faults;
}

test("charts are told in words, pages keep their sense in the reader's colours and without pictures", async () => {
  const wrong = [];
  let charts = 0;
  await withEachKind({}, async (page, { path }) => {
    const note = (what, faults) => wrong.push(...faults.map((fault) => `${path}, ${what}: ${fault}`));
    charts += await page.locator("main .chart").count();
    note("charts", await page.evaluate(faultsOfCharts));
    note("at rest", await page.evaluate(moving));
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
      note(`own colours, ${colorScheme}`, await page.evaluate(lostInForcedColours));
    }
    await page.emulateMedia({ forcedColors: "none" });
    note("without pictures", await page.evaluate(lostWithoutPictures));
  });
  assert.deepEqual(wrong, []);
  assert.ok(charts > 20, `${charts} charts`);
});

test("what a theme moves stands still for those who ask for it", () => withBrowser(async (browser) => {
  const address = onDisk("yaroslavl", "index.html");
  const moves = "html { scroll-behavior: smooth } .fact { transition: color 3s } h1 { animation: turn 3s infinite }" +
    "@keyframes turn { to { rotate: 1turn } }";
  for (const [reducedMotion, still] of [["reduce", true], ["no-preference", false]]) {
    await withPage(browser, address, { reducedMotion, bypassCSP: true }, async (page) => {
      await page.addStyleTag({ content: moves });
      const running = await page.evaluate(() => {
        const of = (selector) => getComputedStyle(document.querySelector(selector));
        return [of("html").scrollBehavior, of(".fact").transitionDuration, of("h1").animationName];
      });
      assert.deepEqual(running, still ? ["auto", "0s", "none"] : ["smooth", "3s", "turn"]);
    });
  }
}));

test("a picture of a text leaves its words", () => withBrowser((browser) =>
  withPage(browser, onDisk("markdown", "plan.html"), {}, async (page) => {
    const words = page.locator(".alt", { hasText: "Кто кому помогает" }).first();
    assert.equal(await words.isVisible(), false);
    await page.getByRole("link", { name: "Версия для слабовидящих" }).click();
    await page.getByLabel("убрать").check();
    assert.ok(await words.isVisible());
    assert.equal(await page.locator("main img").first().isVisible(), false);
  })));
