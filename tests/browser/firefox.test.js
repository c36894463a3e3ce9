// A page of each kind from disk in Firefox: no request leaves the folder, the console says nothing, the
// policy is kept, styles and scripts work, and so does the search.

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrival, onDisk } from "./browser.js";
import { withFirefox } from "./firefox.js";
import { pageOfEachKind } from "./sites.js";

test("pages work from disk in Firefox", () => withFirefox(async (open) => {
  const pages = pageOfEachKind().filter(({ kind }) => kind !== "redirect");
  assert.ok(pages.length >= 20, `${pages.length} kinds of pages are left`);
  for (const { kind, site, path } of pages) {
    const faults = await open(onDisk(site, path), onDisk(site), async (page) => {
      await arrival(page);
      const { heading, styled, search, late } = await page.evaluate(() => ({
        heading: document.querySelector("h1").textContent,
        styled: getComputedStyle(document.body).marginTop === "0px",
        search: document.querySelector("search input") !== null,
        late: [...document.querySelectorAll("section")].filter((section) => getComputedStyle(section).contentVisibility === "hidden"),
      }));
      assert.notEqual(heading, "", path);
      assert.equal(late.length, 0, path);
      const whole = kind !== "missing";
      assert.deepEqual({ styled, search }, { styled: whole, search: whole && kind !== "slides" }, path);
    });
    assert.deepEqual(faults, [], path);
  }
  const faults = await open(onDisk("yaroslavl", "index.html"), onDisk("yaroslavl"), async (page) => {
    await page.type("[role=combobox]", "журавлехолмскую");
    const found = await page.waitForSelector("[role=option]");
    assert.match(await found.evaluate((option) => option.textContent), /Журавлехолмская/);
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.match(page.url(), /schools\/sch760001\.html$/);
  });
  assert.deepEqual(faults, []);
}));
