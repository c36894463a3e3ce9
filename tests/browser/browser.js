// Chromium as Debian has it, without a network; pages that are watched while they are open.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { pageOfEachKind, sites } from "./sites.js";

export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The styles that a reader's system asks for, as the browser tells them to pages. */
export const STYLES = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
  "dark contrast": { colorScheme: "dark", contrast: "more" },
};

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

let launched;

/** Runs `body` with a browser, one for all tests of a file; contexts keep them apart. */
export async function withBrowser(body) {
  launched ??= chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
  await body(await launched);
}

after(async () => (await launched)?.close());

/** What a page says that browsers may load. */
export const policyOf = (page) =>
  page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");

/** The address of a page of a site on disk. */
export function onDisk(site, path = "") {
  return pathToFileURL(sites[site]).href + "/" + path;
}

/** What a reader's system asks for unless a check says otherwise. */
const ORDINARY = { colorScheme: "light", contrast: "no-preference", forcedColors: "none", reducedMotion: "no-preference" };

/** Windows that no check uses now, by what they were opened with: to open one costs more than most pages. */
const idle = new Map();

/** A window as if it were new, and a way to leave it to the next one. */
async function windowWith(browser, options) {
  const key = JSON.stringify(options);
  const { viewport = DESKTOP } = options;
  const page = idle.get(key)?.pop() ?? await (await browser.newContext({ viewport, ...options })).newPage();
  const leave = async () => {
    await page.goto("about:blank");
    await page.setViewportSize(viewport);
    const asked = Object.entries(ORDINARY).map(([name, value]) => [name, options[name] ?? value]);
    await page.emulateMedia({ media: null, ...Object.fromEntries(asked) });
    idle.set(key, [...(idle.get(key) ?? []), page]);
  };
  return { page, leave };
}

/** Takes down what is wrong with a page while it is open; gives back what stops that. */
function watch(page, folder, faults) {
  const watched = {
    console: (said) => {
      if (["error", "warning"].includes(said.type())) faults.push(`console: ${said.text()}`);
    },
    pageerror: (error) => faults.push(`script: ${error}`),
    request: (request) => {
      if (!request.url().startsWith(folder)) faults.push(`outside: ${request.url()}`);
    },
    requestfailed: (request) => {
      // What is still on its way when a page leads on is given up, and is no fault.
      const { errorText } = request.failure();
      if (errorText !== "net::ERR_ABORTED") faults.push(`${errorText}: ${request.url()}`);
    },
    response: (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    },
  };
  for (const [event, heard] of Object.entries(watched)) page.on(event, heard);
  return () => { for (const [event, heard] of Object.entries(watched)) page.off(event, heard); };
}

/** Waits until what follows the first screen of a page is there too; of the page led on to, if it leads on. */
export const arrival = (page) => page.waitForFunction(() => document.getAnimations().length === 0);

/**
 * Opens an address and gives the page to `body`. Fails on anything that the console calls an error
 * or a warning, and on any request outside `folder`, which is the site's own unless told.
 */
export async function withPage(browser, address, options, body) {
  const { folder = address.slice(0, address.lastIndexOf("/public/") + 8), ...asked } = options;
  const { page, leave } = await windowWith(browser, asked);
  const faults = [];
  const stop = watch(page, folder, faults);
  await page.goto(address, { waitUntil: "load" });
  await arrival(page);
  await body(page);
  stop();
  await leave();
  assert.deepEqual([...new Set(faults)], [], address);
}

/** Opens pages, `{kind, site, path}`, two at a time at the addresses that `addressOf(site, path)` gives. */
export async function withPages(pages, addressOf, options, body) {
  const waiting = [...pages];
  await withBrowser(async (browser) => {
    const worker = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const { site, path } = one;
        const here = { folder: addressOf(site, ""), ...options };
        await withPage(browser, addressOf(site, path), here, (page) => body(page, one));
      }
    };
    await Promise.all([worker(), worker()]);
  });
}

/** Opens a page of each kind from disk. Old addresses are left out: nobody stays on them. */
export function withEachKind(options, body) {
  const pages = pageOfEachKind().filter(({ kind }) => kind !== "redirect");
  return withPages(pages, onDisk, options, body);
}

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
  ".svg": "image/svg+xml", ".csv": "text/csv", ".json": "application/json",
};

/**
 * Runs `body` with the address of a plain file server of this machine that holds all sites; what a
 * site does not have is answered with its page for that.
 */
export async function withServer(body) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const [, site, ...rest] = pathname.split("/");
    const answer = async (status, path) => {
      const bytes = await readFile(join(sites[site], path));
      response.writeHead(status, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
      response.end(bytes);
    };
    try {
      await answer(200, normalize(rest.join("/")));
    } catch {
      await answer(404, "404.html").catch(() => response.writeHead(404).end());
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await body(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
