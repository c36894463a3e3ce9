// What a theme moves stands still for who asks for that; words in place of pictures. The rest of what readers
// ask of their systems is judged on each kind of page (checks/modes.js).

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withBrowser, withPage } from "./browser.js";

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
