// The sites under test, built by `tests/browser.rs`, and one page of each kind that they have.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders of built sites by name; the first that has a kind of page shows it. */
export const sites = Object.fromEntries(JSON.parse(process.env.SVOD_SITES));

function files(folder, ending) {
  const all = readdirSync(folder, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
  return all.filter((path) => path.endsWith(ending)).sort();
}

function kindOf(site, path) {
  return readFileSync(join(sites[site], path), "utf8").match(/<body class="kind-([a-z]+)/)[1];
}

/** All pages of all sites: `{kind, site, path}`. */
export function allPages() {
  const inSite = (site) => files(sites[site], ".html").map((path) => ({ kind: kindOf(site, path), site, path }));
  return Object.keys(sites).flatMap(inSite);
}

/** A page of each kind that any site has: from the first site that has it. */
export function pageOfEachKind() {
  const found = new Map();
  for (const page of allPages()) if (!found.has(page.kind)) found.set(page.kind, page);
  return [...found.values()];
}

/** The page of each kind that has the most bytes. */
export function heaviestOfEachKind() {
  const found = new Map();
  const size = ({ site, path }) => statSync(join(sites[site], path)).size;
  for (const page of allPages()) {
    const heaviest = found.get(page.kind);
    if (!heaviest || size(page) > size(heaviest)) found.set(page.kind, page);
  }
  return [...found.values()];
}
