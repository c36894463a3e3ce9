// The sites under test, built by `tests/browser.rs`, and one page of each kind that they have.

import { readdirSync, readFileSync } from "node:fs";
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

/** A page of each kind that any site has: `{kind, site, path}`, from the first site that has it. */
export function pageOfEachKind() {
  const found = new Map();
  for (const site of Object.keys(sites)) {
    for (const path of files(sites[site], ".html")) {
      const kind = kindOf(site, path);
      if (!found.has(kind)) found.set(kind, { kind, site, path });
    }
  }
  return [...found.values()];
}
