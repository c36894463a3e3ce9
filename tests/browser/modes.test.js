// What readers ask of their systems: colours of their own, nothing that moves; and pages without
// pictures, where words stand in their place.

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
  for (const shape of document.querySelectorAll(".chart :is(rect, circle, path)")) {
    const { fill, stroke } = getComputedStyle(shape);
    const patterned = fill.startsWith("url(");
    // The lines of a pattern lie on its tone, all others on the page.
    const hatch = shape.closest("pattern");
    const under = hatch ? system(getComputedStyle(shape).getPropertyValue("--tone")) : canvas;
    const seen = [fill, stroke].some((colour) => own.concat(canvas).includes(colour) && colour !== under);
    if (!patterned && !seen) say("unseen", shape);
    const foreign = [fill, stroke].filter((colour) => ![canvas, "none", ...own].includes(colour));
    if (!patterned && foreign.length > 0) say(`in ${foreign}`, shape);
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

for (const colorScheme of ["light", "dark"]) {
  test(`charts keep their sense in the reader's own colours, ${colorScheme}`, async () => {
    const wrong = [];
    await withEachKind({ forcedColors: "active", colorScheme }, async (page, { path }) => {
      assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
      wrong.push(...(await page.evaluate(lostInForcedColours)).map((fault) => `${path}: ${fault}`));
    });
    assert.deepEqual(wrong, []);
  });
}

test("nothing moves by itself", async () => {
  const moving = [];
  await withEachKind({}, async (page, { path }) => {
    moving.push(...await page.evaluate((path) => [...document.querySelectorAll("*")]
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== "none" || scrollBehavior === "smooth" ||
          transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
      })
      .map((element) => `${path}: ${element.outerHTML.slice(0, 120)}`), path));
  });
  assert.deepEqual(moving, []);
});

test("what a theme moves stands still for those who ask for it", () => withBrowser(async (browser) => {
  const address = onDisk("yaroslavl", "index.html");
  const moves = "html { scroll-behavior: smooth } .fact { transition: color 3s } h1 { animation: turn 3s infinite }" +
    "@keyframes turn { to { rotate: 1turn } }";
  for (const [reducedMotion, still] of [["reduce", true], ["no-preference", false]]) {
    await withPage(browser, address, { reducedMotion }, async (page) => {
      await page.addStyleTag({ content: moves });
      const running = await page.evaluate(() => {
        const of = (selector) => getComputedStyle(document.querySelector(selector));
        return [of("html").scrollBehavior, of(".fact").transitionDuration, of("h1").animationName];
      });
      assert.deepEqual(running, still ? ["auto", "0s", "none"] : ["smooth", "3s", "turn"]);
    });
  }
}));

test("without pictures the words of charts and pictures stand in their place", async () => {
  let charts = 0;
  const options = { javaScriptEnabled: true };
  await withEachKind(options, async (page, { path }) => {
    await page.evaluate(() => { document.querySelector("#low-vision [value=without]")?.click(); });
    const { faults, seen } = await page.evaluate(() => {
      const shown = (element) => element.checkVisibility();
      const faults = [];
      const all = [...document.querySelectorAll("main .chart")];
      for (const chart of all) {
        const finding = document.getElementById(chart.getAttribute("aria-labelledby").split(" ")[1]);
        const { width, height } = finding.getBoundingClientRect();
        if (shown(chart)) faults.push(`a chart is shown: ${finding.textContent}`);
        if (!shown(finding) || width < 50 || height < 10) faults.push(`not in words: ${finding.textContent}`);
      }
      for (const image of document.querySelectorAll("main img[alt]:not([alt=''])")) {
        const words = image.nextElementSibling;
        if (shown(image) || !words || !shown(words) || words.textContent !== image.alt) {
          faults.push(`a picture without words: ${image.outerHTML}`);
        }
      }
      return { faults, seen: all.length };
    });
    charts += seen;
    assert.deepEqual(faults, [], path);
  });
  assert.ok(charts > 20, `${charts} charts`);
});

test("a picture of a text leaves its words", () => withBrowser((browser) =>
  withPage(browser, onDisk("markdown", "plan.html"), {}, async (page) => {
    const words = page.locator(".alt", { hasText: "Кто кому помогает" }).first();
    assert.equal(await words.isVisible(), false);
    await page.getByRole("link", { name: "Версия для слабовидящих" }).click();
    await page.getByLabel("убрать").check();
    assert.ok(await words.isVisible());
    assert.equal(await page.locator("main img").first().isVisible(), false);
  })));
