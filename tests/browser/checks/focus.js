// The ring of the focus.

export const name = "focus is seen on whatever takes it";

/** What takes the focus and does not show it. */
export async function faults(page) {
  await page.keyboard.press("Tab"); // From now on the browser shows focus as to a keyboard.
  return page.evaluate(() => {
    const takers = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
    const shown = takers.filter((taker) => taker.checkVisibility({ visibilityProperty: true }));
    const ringed = (taker) => {
      taker.focus();
      if (document.activeElement !== taker) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(taker);
      // The tiles of a map are outlined as shapes.
      const tile = taker.querySelector(":scope > .mark.tile");
      const drawn = tile && getComputedStyle(tile).strokeWidth;
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || parseFloat(drawn) >= 2;
    };
    return shown.filter((taker) => !ringed(taker)).map((taker) => taker.outerHTML.slice(0, 120));
  });
}
