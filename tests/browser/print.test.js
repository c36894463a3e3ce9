// `svod print`: a PDF that is one, in its language, with a title, tags and as many sheets as it takes;
// and plain words where there is no browser, or one that does not print.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inflateSync } from "node:zlib";

import { onDisk, withPages } from "./browser.js";
import { allPages, sites } from "./sites.js";

const pages = allPages();

/** The room of a sheet between its margins, in pixels, upright and lying. */
const SHEET = { width: 710, height: 1045 };
const LYING = { width: 1024, height: 695 };

/** Gives `body` each of some pages as browsers print it, in the room of its sheets. */
function onSheets(pages, body) {
  return withPages(pages, onDisk, { viewport: SHEET }, async (page, one) => {
    await page.emulateMedia({ media: "print" });
    if (["roadmap", "frame"].includes(one.kind)) await page.setViewportSize(LYING);
    await body(page, one);
  });
}

/** Where the drawing of a sheet begins: the room between its margins, and the size of a pixel in it. */
const AREA = /\sre\s+W\*\s+n\s+q\s+([\d.]+) 0 0 /;

/** What is drawn on each sheet of a PDF that a reader's browser makes of a page. */
async function sheetsOf(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const streams = pdf.matchAll(/(?<!end)stream\r?\n([^]*?)endstream/g);
  const texts = [...streams].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return ""; // A font or a picture.
    }
  });
  const drawn = texts.filter((text) => AREA.test(text));
  assert.equal(drawn.length, pdf.match(/\/Type \/Page\b(?!s)/g).length);
  return drawn;
}

/** The lines of text of a sheet, as the numbers of their letters. */
const linesOf = (sheet) => sheet.match(/\bBT\b[^]*?\bET\b/g).map((text) => text.match(/<[0-9A-F]+>/g)?.join("") ?? "");

/** How large a sheet is drawn; browsers draw a page smaller that reaches beyond the edge. */
const scaleOf = (sheet) => Number(AREA.exec(sheet)[1]);

/** The columns of the widest table of a page. */
function columnsOf({ site, path }) {
  const rows = readFileSync(join(sites[site], path), "utf8").split("<tr").slice(1);
  return Math.max(0, ...rows.map((row) => row.split(/<t[hd]\b/).length - 1));
}

/** The pages of each kind and site whose tables are widest, `most` of them. */
function widest(pages, most) {
  const groups = new Map();
  for (const page of pages) {
    const name = `${page.site}/${page.kind}`;
    groups.set(name, [...groups.get(name) ?? [], { page, columns: columnsOf(page) }]);
  }
  const first = (group) => group.sort((one, other) => other.columns - one.columns).slice(0, most);
  return [...groups.values()].flatMap(first).map(({ page }) => page);
}

/** Runs `svod print` with an `--out` in a folder of its own; gives `body` the run and the file. */
function print(args, body, env = process.env) {
  const folder = mkdtempSync(join(tmpdir(), "svod-"));
  try {
    const out = join(folder, "out.pdf");
    const run = spawnSync(process.env.SVOD, ["print", ...args, "--out", out], { cwd: "../..", env, encoding: "utf8" });
    body({ ...run, out, left: readdirSync(folder) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What stands in a PDF that readers and machines look for. */
function read(file) {
  const pdf = readFileSync(file, "latin1");
  return {
    pdf,
    sheets: pdf.match(/\/Type \/Page\b(?!s)/g).length,
    lang: /\/Lang \(([^)]*)\)/.exec(pdf)?.[1],
    tagged: /\/MarkInfo <<[^>]*\/Marked true/.test(pdf),
    titled: /\/Title [(<]/.test(pdf),
    outlined: /\/Outlines /.test(pdf),
  };
}

/** Checks a PDF of pages of a report, the Yaroslavl one unless told, and how many sheets it takes. */
function prints(pages, least, most, root = ".") {
  print(["--quiet", "--root", root, ...pages], ({ status, stderr, out, left }) => {
    assert.equal(status, 0, stderr);
    assert.deepEqual(left, ["out.pdf"]);
    const { pdf, sheets, ...said } = read(out);
    assert.ok(pdf.startsWith("%PDF-"));
    assert.deepEqual(said, { lang: "ru", tagged: true, titled: true, outlined: true });
    assert.ok(sheets >= least && sheets <= most, `${pages}: ${sheets} sheets`);
    // Nothing of this machine stands in what is mailed.
    assert.ok(!pdf.includes("file://") && !pdf.includes(tmpdir()));
  });
}

test("a municipality of twenty schools takes two sheets", () => {
  prints(["municipalities/pereslavl-zalessky"], 2, 2);
  prints(["municipalities/kopeysk"], 2, 2, "examples/chelyabinsk");
});

test("a larger municipality takes few more", () => prints(["municipalities/uglichsky"], 3, 3));

test("a school is printed", () => prints(["schools/sch760001.html"], 4, 7));

test("several pages are one document", () => prints(["tables/deficits", "tables/lists"], 2, 4));

test("nothing reaches beyond the right edge, charts stand beside their tables, signs before captions", async () => {
  const others = pages.filter(({ kind }) => !["redirect", "municipality", "slides"].includes(kind));
  const wrong = [];
  let pairs = 0;
  await onSheets(widest(others, 2), async (page, { site, path }) => {
    const { needed, room, charts, apart, covered } = await page.evaluate(() => {
      const charts = [...document.querySelectorAll(".blocks > .figure:has(+ .table-block)")];
      const isApart = (chart) => {
        const [one, other] = [chart, chart.nextElementSibling].map((part) => part.getBoundingClientRect());
        return other.left < one.right || other.top >= one.bottom;
      };
      const legends = [...document.querySelectorAll(".table-block > .legend:first-child:has(+ * caption)")];
      const covers = (legend) => {
        const caption = legend.nextElementSibling.querySelector("caption");
        return legend.getBoundingClientRect().bottom > caption.getBoundingClientRect().top + 1;
      };
      const titles = (parts) => parts.map((part) => part.closest("section").id);
      return {
        needed: document.scrollingElement.scrollWidth, room: innerWidth,
        charts: charts.length, apart: titles(charts.filter(isApart)), covered: titles(legends.filter(covers)),
      };
    });
    pairs += charts;
    // Browsers would shrink the whole page, or cut it off.
    if (needed > room + 1) wrong.push(`${site}/${path}: ${needed} px`);
    wrong.push(...apart.map((id) => `${site}/${path}#${id}: apart`));
    wrong.push(...covered.map((id) => `${site}/${path}#${id}: covered`));
  });
  assert.ok(pairs >= 40, `${pairs} charts`);
  assert.deepEqual(wrong, []);
});

test("each municipality of up to twenty schools takes two sheets, in type as large as they hold", async () => {
  const wrong = [];
  const municipalities = pages.filter(({ kind }) => kind === "municipality");
  await onSheets(municipalities, async (page, { site, path }) => {
    const [covered, schools, tables, roadmaps, type] = await page.evaluate(() => [
      [...document.querySelectorAll(".legend:first-child + * caption")].some((caption) =>
        caption.closest(".table-block").firstElementChild.getBoundingClientRect().bottom > caption.getBoundingClientRect().top + 1),
      document.querySelectorAll("#its-schools tbody tr").length,
      document.querySelectorAll(".table-block + .table-block").length,
      document.querySelectorAll("#programmes").length,
      parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75,
    ]);
    const sheets = await sheetsOf(page);
    const said = `${site}/${path}: ${schools} schools, ${sheets.length} sheets, ${type} pt`;
    if (covered) wrong.push(`${said}, signs over a caption`);
    // What is overdue in roadmaps takes the sheets that it needs.
    if (schools <= 20 && roadmaps === 0 && sheets.length > 2) wrong.push(said);
    if (type < (tables > 0 || schools > 16 ? 8 : schools > 8 ? 9 : 9.5)) wrong.push(said);
    if (sheets.some((sheet) => scaleOf(sheet) !== scaleOf(sheets[0]) || scaleOf(sheet) < 3.12)) wrong.push(`${said}, shrunk`);
  });
  assert.ok(municipalities.length > 50);
  assert.deepEqual(wrong, []);
});

test("pages of each kind take few sheets", async () => {
  const most = {
    "groups/track1.html": 11, "index.html": 5, "data.html": 7, "methodology.html": 8, "risks/environment.html": 4,
    "lists/shnor.html": 4, "schools/index.html": 7, "procedures/ege_math_base.html": 4, "analysis/risks.html": 4,
  };
  const asked = Object.keys(most).map((path) => ({ kind: "", site: "yaroslavl", path }));
  const taken = {};
  await onSheets(asked, async (page, { path }) => { taken[path] = (await sheetsOf(page)).length; });
  const over = Object.keys(most).filter((path) => taken[path] > most[path]).map((path) => `${path}: ${taken[path]}`);
  assert.deepEqual(over, []);
});

test("each sheet says whose it is and of what day", async () => {
  await onSheets([{ kind: "group", site: "yaroslavl", path: "groups/track1.html" }, { kind: "frame", site: "yaroslavl", path: "frame.html" }], async (page, { path }) => {
    const words = await page.title();
    const lines = (await sheetsOf(page)).map((sheet) => new Set(linesOf(sheet).filter((line) => line.length > 60)));
    const everywhere = [...lines[0]].filter((line) => lines.every((sheet) => sheet.has(line)));
    assert.ok(everywhere.length >= 2, `${path}, «${words}»: ${everywhere.length} lines stand on all ${lines.length} sheets`);
  });
});

test("two slides share a sheet, and nothing of them is cut", async () => {
  const wrong = [];
  await onSheets(pages.filter(({ kind }) => kind === "slides"), async (page, { site, path }) => {
    const [needed, room, tall] = await page.evaluate(() => {
      // Long tables and texts take the sheets that they need.
      const slides = [...document.querySelectorAll(".slide:has(.figure, table):not(:has(tbody tr:nth-child(8)))")];
      const heights = slides.map((slide) => [slide.id, slide.getBoundingClientRect().height * 25.4 / 96]);
      return [document.scrollingElement.scrollWidth, innerWidth, heights.filter(([, height]) => height > 133)];
    });
    if (needed > room + 1) wrong.push(`${site}/${path}: ${needed} px wide`);
    wrong.push(...tall.map(([id, height]) => `${site}/${path}#${id}: ${Math.round(height)} mm high`));
  });
  assert.deepEqual(wrong, []);
});

test("charts are printed as lines, not as pictures", () => {
  print(["--quiet", "index"], ({ status, stderr, out }) => {
    assert.equal(status, 0, stderr);
    const { pdf } = read(out);
    assert.ok(!pdf.includes("/Subtype /Image"), "patterns are printed as pictures");
    assert.ok(pdf.length < 1_500_000, `${pdf.length} bytes`);
  });
});

test("without a browser svod says what can be done", () => {
  const env = { ...process.env, PATH: "" };
  print(["index"], ({ status, stderr, out }) => {
    assert.equal(status, 1);
    assert.match(stderr, /Нет браузера[^]*--browser ПУТЬ[^]*Код: no-browser/);
    assert.ok(!existsSync(out));
  }, env);
});

test("a browser that does not print is named, and so is a page that is not there", () => {
  for (const [args, code, words] of [
    [["index", "--root", "tests/golden/minimal", "--browser", "/bin/false"], "broken-browser", /\/bin\/false/],
    [["index", "--root", "tests/golden/minimal", "--browser", "no-such-program"], "broken-browser", /no-such-program/],
    [["schools/nobody", "--root", "tests/golden/minimal"], "no-such-page", /«schools\/nobody»/],
  ]) {
    print(args, ({ status, stderr, out }) => {
      assert.equal(status, 1);
      assert.match(stderr, words);
      assert.ok(stderr.includes(`Код: ${code}`), stderr);
      assert.ok(!existsSync(out));
    });
  }
});
