// A preview in a browser: what is saved is seen soon, without a key pressed; faults stand over the page.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { withBrowser } from "./browser.js";
import { change, timeToSee, withPreview } from "./preview.js";

/** Milliseconds that even a busy machine does not need; what each save takes is printed. */
const SOON = 30_000;
const TIMES = 3;

const THEME = new URL("../../themes/default/", import.meta.url);

const says = (words) => `document.body.textContent.includes(${JSON.stringify(words)})`;

/** Saves of each kind: the page looked at, what is saved the n-th time, how that is seen. */
const SAVES = {
  data: {
    at: "municipalities/index.html",
    save: (folder, n) => change(join(folder, "data/municipalities.csv"),
      n === 0 ? "Угличский МР" : `Угличский МР ${n - 1}`, `Угличский МР ${n}`),
    seen: (n) => says(`Угличский МР ${n}`),
  },
  text: {
    at: "index.html",
    save: (folder, n) => change(join(folder, "content/index.md"),
      n === 0 ? "Что из этого следует" : `Что ${n - 1} следует`, `Что ${n} следует`),
    seen: (n) => says(`Что ${n} следует`),
  },
  method: {
    at: "methodology.html",
    save: (folder, n) => change(join(folder, "methodology.toml"),
      n === 0 ? "ВПР, математика, 5 класс" : `Работа ${n - 1}, 5 класс`, `Работа ${n}, 5 класс`),
    seen: (n) => says(`Работа ${n}, 5 класс`),
  },
  template: {
    at: "index.html",
    save: async (folder, n) => {
      const footer = await readFile(new URL("templates/parts/footer.html", THEME), "utf8");
      await mkdir(join(folder, "templates/parts"), { recursive: true });
      await writeFile(join(folder, "templates/parts/footer.html"), `${footer}<p>Проба ${n}</p>\n`);
    },
    seen: (n) => says(`Проба ${n}`),
  },
  style: {
    at: "index.html",
    save: async (folder, n) => {
      const tokens = await readFile(new URL("static/tokens.css", THEME), "utf8");
      const own = join(folder, "themes/default/static");
      await mkdir(own, { recursive: true });
      await writeFile(join(own, "tokens.css"), `${tokens}\n:root { --tried: ${n}; }\n`);
    },
    seen: (n) => `getComputedStyle(document.documentElement).getPropertyValue("--tried").trim() === "${n}"`,
  },
};

test("what is saved is seen soon", async (t) => {
  await withPreview((address, folder) => withBrowser(async (browser) => {
    const page = await browser.newPage();
    for (const [kind, { at, save, seen }] of Object.entries(SAVES)) {
      await page.goto(address + at, { waitUntil: "load" });
      const took = [];
      for (let n = 0; n < TIMES; n += 1) {
        took.push(await timeToSee(page, () => save(folder, n), seen(n)));
      }
      const shown = took.map((ms) => ms.toFixed(0)).join(", ");
      t.diagnostic(`${kind}: from saving to the reloaded page ${shown} ms`);
      assert.ok(Math.min(...took) < SOON, `${kind}: ${shown} ms`);
    }
  }));
});

test("a fault stands over the last good page, and goes with its cause", async () => {
  await withPreview((address, folder) => withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: "load" });
    const title = await page.title();
    const results = join(folder, "data/results.csv");
    await change(results, "school,year,", "school,yaer,");
    const faults = page.locator("#preview-faults");
    await faults.waitFor();
    assert.match(await faults.textContent(), /data\/results\.csv/);
    assert.equal(await page.title(), title);
    const loaded = page.waitForEvent("load");
    await change(results, "school,yaer,", "school,year,");
    await loaded;
    assert.equal(await faults.count(), 0);
  }));
});
