// Chromium with nobody looking on: a driver that hears of each request and frame slows what it measures.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DESKTOP, EXECUTABLE, FLAGS } from "./browser.js";

/** Runs `body` with a function that asks the browser's one window by a method of the DevTools protocol. */
export async function withWindow(body) {
  const profile = await mkdtemp(join(tmpdir(), "svod-window-"));
  const own = ["--headless", "--remote-debugging-pipe", `--user-data-dir=${profile}`, `--window-size=${DESKTOP.width},${DESKTOP.height}`];
  const browser = spawn(EXECUTABLE, [...FLAGS, ...own], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const exit = once(browser, "exit");
  const ask = asker(browser.stdio[3], browser.stdio[4], exit);
  try {
    const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
    await body((method, params) => ask(method, params, sessionId));
  } finally {
    browser.kill();
    await exit;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Asks through one pipe and hears the answers, each ended by a zero, through the other. */
function asker(to, from, exit) {
  const waiting = new Map();
  let heard = "";
  let asked = 0;
  from.setEncoding("utf8").on("data", (data) => {
    const messages = (heard + data).split("\0");
    heard = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const [found, lost] = waiting.get(id) ?? [];
      waiting.delete(id);
      if (error) lost?.(new Error(error.message)); else found?.(result);
    }
  });
  exit.then(() => waiting.forEach(([, lost]) => lost(new Error("the browser has ended"))));
  return (method, params, sessionId) => new Promise((found, lost) => {
    asked += 1;
    waiting.set(asked, [found, lost]);
    to.write(JSON.stringify({ id: asked, method, params, sessionId }) + "\0");
  });
}
