// The colours of the theme by numbers, read from the page as the browser computes them in each style:
// contrast (WCAG 2.2, 1.4.3 and 1.4.11), and how far apart the colours of clusters and of dynamics
// are for the colour-blind.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterGrayscale, wcagContrast,
} from "culori";

import { onDisk, STYLES, withBrowser, withPage } from "./browser.js";

const TEXT = 4.5;
const MARK = 3;
/** CIEDE2000: what is this far apart is told apart at a glance. */
const APART = 5;
/** In grey there is lightness alone, and patterns and signs stand beside it. */
const APART_IN_GREY = 3;

const LEVELS = ["level-0", "level-1", "level-2", "level-3"];
const DIRECTIONS = ["good", "good-soft", "neutral", "bad"];
const SERIES = ["series-1", "series-2", "series-3", "series-4", "series-5"];
const TONES = [...LEVELS, ...DIRECTIONS, ...SERIES, "plain", "context", "empty"];
const SCALE = [0, 1, 2, 3, 4].map((step) => `scale-${step}`);

/** The styles of the system, and the colours of the version for low vision. */
const LOOKS = {
  ...STYLES,
  "low vision, black": { query: "?colours=black" },
  "low vision, white": { query: "?colours=white" },
  "low vision, blue": { query: "?colours=blue" },
};

let known;

/** Each look with its tokens (`ink`), and `--tone` and `--on` of each class (`tone of level-0`). */
const palettes = () => known ??= measured();

async function measured() {
  const found = [];
  await withBrowser(async (browser) => {
    for (const [look, { query = "", ...media }] of Object.entries(LOOKS)) {
      await withPage(browser, onDisk("yaroslavl", "index.html") + query, media, async (page) => {
        const colours = await page.evaluate((classes) => {
          const of = (element, name) => getComputedStyle(element).getPropertyValue(`--${name}`).trim();
          const plain = ["surface", "surface-soft", "ink", "ink-soft", "accent", "rule"];
          const all = plain.map((name) => [name, of(document.documentElement, name)]);
          for (const name of classes) {
            const sample = document.body.appendChild(document.createElement("i"));
            sample.className = name;
            for (const part of ["tone", "on"]) {
              all.push([`${part} of ${name.replace("tone-", "")}`, of(sample, part)]);
            }
          }
          return Object.fromEntries(all);
        }, [...TONES.map((tone) => `tone-${tone}`), ...SCALE]);
        found.push([look, colours]);
      });
    }
  });
  return found;
}

/** The pairs of a palette that must differ by `bound`, and by how much they do. */
function contrasts(colours, pairs, bound) {
  const measured = pairs.map(([one, other]) => {
    assert.ok(colours[one] && colours[other], `${one}, ${other}: no such token`);
    return [`${one} on ${other}`, wcagContrast(colours[one], colours[other])];
  });
  measured.sort(([, a], [, b]) => a - b);
  const faults = measured.filter(([, ratio]) => ratio < bound);
  return { least: measured[0], faults };
}

const WORDS = [
  ...["ink", "ink-soft", "accent"].flatMap((ink) => [[ink, "surface"], [ink, "surface-soft"]]),
  ["surface", "ink"],
  ...[...TONES, ...SCALE].map((tone) => [`on of ${tone}`, `tone of ${tone}`]),
];
// The classes of the map are areas beside each other with a value written in each: the outline
// parts the lightest from the paper (chart.css), and that of a table's box is the rule.
const MARKS = [
  ...TONES.map((tone) => [`tone of ${tone}`, "surface"]),
  ["ink-soft", "surface"],
  ["rule", "surface"],
];

const line = ([pair, value]) => `${value.toFixed(2)} (${pair})`;

test("text and marks stand out in every look", async () => {
  const wrong = [];
  for (const [look, colours] of await palettes()) {
    const text = contrasts(colours, WORDS, TEXT);
    const marks = contrasts(colours, MARKS, MARK);
    console.log(`contrast, ${look}: text from ${line(text.least)}, marks from ${line(marks.least)}`);
    wrong.push(...[...text.faults, ...marks.faults].map((fault) => `${look}: ${line(fault)}`));
  }
  assert.deepEqual(wrong, []);
});

/** How colours look to readers, and how far apart they must be. */
const SIGHTS = {
  ordinary: [(colour) => colour, APART],
  deuteranopia: [filterDeficiencyDeuter(1), APART],
  protanopia: [filterDeficiencyProt(1), APART],
};
const GREY = { grey: [filterGrayscale(1), APART_IN_GREY] };
// Directions have no order, and always a sign of their own: in grey the sign says it.
const GROUPS = {
  clusters: [LEVELS, { ...SIGHTS, ...GREY }],
  dynamics: [DIRECTIONS, SIGHTS],
};

/** The two nearest of some tones, as a reader with this sight sees them. */
function nearest(colours, tones, see) {
  const distance = differenceCiede2000();
  const pairs = tones.flatMap((one, at) => tones.slice(at + 1).map((other) => [one, other]));
  const measured = pairs.map(([one, other]) => {
    const [a, b] = [one, other].map((tone) => see(colours[`tone of ${tone}`]));
    return [`${one}, ${other}`, distance(a, b)];
  });
  return measured.sort(([, a], [, b]) => a - b)[0];
}

test("clusters and directions are told apart by the colour-blind", async () => {
  const wrong = [];
  for (const [look, colours] of await palettes()) {
    for (const [name, [tones, sights]] of Object.entries(GROUPS)) {
      const said = Object.entries(sights).map(([sight, [see, bound]]) => {
        const found = nearest(colours, tones, see);
        if (found[1] < bound) wrong.push(`${look}, ${name}, ${sight}: ${line(found)}`);
        return `${sight} ${line(found)}`;
      });
      console.log(`distance, ${look}, ${name}: ${said.join("; ")}`);
    }
  }
  assert.deepEqual(wrong, []);
});
