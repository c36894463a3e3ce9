// What readers ask of their systems: colours of their own, nothing that moves; and what charts and
// pictures say in words, beside them and in their place.

import assert from "node:assert/strict";

/** What of the charts and signs of a page is lost in the reader's own colours; runs in the page. */
function lostInForcedColours() {
  const probe = document.createElement("span");
  // A mix of the reader's colours is no system colour: it would be forced to one.
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  const system = (name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const canvas = system("Canvas");
  const shades = [12, 26, 30, 60, 80].map((percent) => `color-mix(in srgb, CanvasText ${percent}%, Canvas)`);
  const own = ["CanvasText", "LinkText", "Highlight", ...shades].map(system);
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

/** Whatever moves or changes by degrees; runs in the page. What arrives after the first screen does not move. */
function moving() {
  const moves = (element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return !["none", "arrive"].includes(animationName) || scrollBehavior === "smooth" ||
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

export const name = "charts are told in words, pages keep their sense in the reader's colours and without pictures";

/** What is wrong with a page; its version without pictures stays open. */
export async function faults(page) {
  const wrong = [];
  const note = async (what, look) => wrong.push(...(await page.evaluate(look)).map((fault) => `${what}: ${fault}`));
  await note("charts", faultsOfCharts);
  await note("at rest", moving);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    await note(`own colours, ${colorScheme}`, lostInForcedColours);
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  await note("without pictures", lostWithoutPictures);
  return wrong;
}
