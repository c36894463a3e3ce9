// Golden pictures: a page of each kind on a phone, on a desk and on paper, as pictures/*.png show it.
// SVOD_BLESS=1 takes them anew, so that a change in looks is seen in review.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

import { withEachKind } from "./browser.js";

const GOLDEN = fileURLToPath(new URL("pictures/", import.meta.url));
const DIFFERENT = join(tmpdir(), "svod-pictures");
const BLESS = process.env.SVOD_BLESS === "1";

/** The sizes: a phone, a desk, the width of A4 in print. As much is kept as a first look takes in. */
const SIZES = {
  phone: { width: 390, height: 1600, media: "screen" },
  desk: { width: 1280, height: 1280, media: "screen" },
  paper: { width: 794, height: 1123, media: "print" },
};

/** How far the colour of a point may be from the golden one, of 1. */
const NEAR = 0.15;
/**
 * The share of points that may differ. Two runs differ in none, nor does one without hinting of
 * letters; two points of padding more over the first sentence move from 0.3 to 9 of 100.
 */
const FEW = 0.001;
/** All pictures together, in bytes. */
const LARGEST = 6 * 1024 * 1024;

/** Letters of one font, so that every machine sets the same lines (Debian: fonts-liberation). */
const FONT = ':root { --sans: "Liberation Sans"; --mono: "Liberation Mono" }';

/** A picture with 16 steps of each colour: letters stay letters, and files are half as large. */
function coarse(bytes) {
  const picture = PNG.sync.read(bytes);
  for (let at = 0; at < picture.data.length; at += 1) {
    picture.data[at] = Math.round(picture.data[at] / 17) * 17;
  }
  return picture;
}

const packed = (picture) => PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });

async function taken(page, { width, height, media }) {
  await page.emulateMedia({ media, colorScheme: "light" });
  await page.setViewportSize({ width, height });
  await page.evaluate(() => { scrollTo(0, 0); return document.fonts.ready; });
  return coarse(await page.screenshot({ animations: "disabled", scale: "css" }));
}

/** The golden picture of a name; nothing if there is none. */
function golden(name) {
  try {
    return PNG.sync.read(readFileSync(join(GOLDEN, name)));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** What is different, in words; nothing if little is. The new picture and the difference are kept. */
function difference(name, now) {
  const was = golden(name);
  if (!was) return `${name}: no golden picture`;
  const { width, height } = now;
  if (was.width !== width || was.height !== height) return `${name}: ${width} × ${height}`;
  if (was.data.equals(now.data)) return null;
  const seen = new PNG({ width, height });
  const points = pixelmatch(was.data, now.data, seen.data, width, height, { threshold: NEAR });
  if (points <= FEW * width * height) return null;
  mkdirSync(DIFFERENT, { recursive: true });
  writeFileSync(join(DIFFERENT, name), packed(now));
  writeFileSync(join(DIFFERENT, name.replace(".png", ".difference.png")), packed(seen));
  return `${name}: ${((100 * points) / (width * height)).toFixed(2)} % of points differ`;
}

test("pages look as their golden pictures", async () => {
  const names = new Set();
  const different = [];
  if (BLESS) {
    rmSync(GOLDEN, { recursive: true, force: true });
    mkdirSync(GOLDEN);
  }
  await withEachKind({ bypassCSP: true }, async (page, { kind }) => {
    await page.addStyleTag({ content: FONT });
    for (const [size, how] of Object.entries(SIZES)) {
      const name = `${kind}-${size}.png`;
      const now = await taken(page, how);
      names.add(name);
      if (BLESS) writeFileSync(join(GOLDEN, name), packed(now));
      else different.push(...[difference(name, now)].filter(Boolean));
    }
  });
  assert.deepEqual(different.sort(), [], `SVOD_BLESS=1 takes them anew; what differs is in ${DIFFERENT}`);
  const kept = readdirSync(GOLDEN);
  assert.deepEqual(kept.filter((name) => !names.has(name)), [], "pictures of no page");
  const bytes = kept.reduce((sum, name) => sum + readFileSync(join(GOLDEN, name)).length, 0);
  console.log(`pictures: ${kept.length}, ${Math.round(bytes / 1024)} KiB`);
  assert.ok(bytes < LARGEST, `${bytes} bytes of pictures`);
});
