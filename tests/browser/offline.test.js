// A page of each kind from a plain file server: no request leaves the site's folder, each page has its
// policy and keeps it, the console says nothing (`withPage` fails otherwise; what offends against a
// policy is said there). From disk they are opened in `kinds.test.js`. Old addresses lead on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onDisk, withPages, withServer } from "./browser.js";
import * as alone from "./checks/alone.js";
import { pageOfEachKind } from "./sites.js";

async function open(pages, addressOf) {
  const wrong = [];
  await withPages(pages, addressOf, {}, async (page, one) => {
    if (one.kind === "redirect") await page.waitForURL((url) => !url.pathname.endsWith(one.path));
    wrong.push(...(await alone.faults(page)).map((fault) => `${one.path}: ${fault}`));
  });
  assert.deepEqual(wrong, []);
}

test("pages ask for nothing outside the folder, from a server", () =>
  withServer((server) => {
    // The page for lost addresses is plain and names no icon: browsers ask the host for one.
    const pages = pageOfEachKind().filter(({ kind }) => kind !== "missing");
    return open(pages, (site, path) => `${server}/${site}/${path}`);
  }));

test("an old address leads on from disk", () => {
  const pages = pageOfEachKind().filter(({ kind }) => kind === "redirect");
  assert.equal(pages.length, 1);
  return open(pages, onDisk);
});
