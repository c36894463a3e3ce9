// Narrow windows and large letters: the page itself never scrolls sideways.

import { DESKTOP } from "../browser.js";

/** How wide the page is, in CSS pixels. */
const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Cells whose bar pushes their figure into the next column; runs in the page. */
function overflowing() {
  const out = (cell) => {
    const inside = document.createRange();
    inside.selectNodeContents(cell);
    const seen = [...inside.getClientRects()].filter(({ width }) => width > 1);
    return Math.max(...seen.map(({ right }) => right)) > cell.getBoundingClientRect().right + 1;
  };
  const cells = [...document.querySelectorAll("svg.bar")].map((bar) => bar.parentElement);
  return cells.filter(out).map((cell) => cell.textContent.trim());
}

export const name = "no page scrolls sideways at 200 % and 400 %, nor in double letters; figures stay in their columns";

export async function faults(page) {
  const wrong = [];
  // A desktop of 1280 pixels is 640 wide at 200 % and 320 at 400 % (WCAG 2.2, 1.4.4 and 1.4.10).
  for (const window of [1280, 640, 320]) {
    await page.setViewportSize({ width: window, height: 512 });
    const room = await width(page);
    if (room > window) wrong.push(`${room} wide in a window of ${window}`);
    const figures = await page.evaluate(overflowing);
    wrong.push(...figures.map((figure) => `«${figure}» out of its column in a window of ${window}`));
  }
  await page.setViewportSize(DESKTOP);
  const letters = (size) => page.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
  await letters("200%");
  const room = await width(page);
  if (room > DESKTOP.width) wrong.push(`${room} wide in double letters, in a window of ${DESKTOP.width}`);
  await letters("");
  return wrong;
}
