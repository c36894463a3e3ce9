// `svod serve` over a copy of the root site, and the time that a browser takes to show a change.

import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = new URL("../../", import.meta.url).pathname;
const PARTS = ["svod.toml", "methodology.toml", "data", "content", "templates"];

/** Runs `body` with the address and the folder of a site that is being previewed. */
export async function withPreview(body) {
  const folder = await mkdtemp(join(tmpdir(), "svod-preview-"));
  for (const part of PARTS) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  const args = ["serve", "--port", "0", "--root", folder];
  const served = spawn(process.env.SVOD, args, { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const lines = createInterface({ input: served.stderr });
    const address = await new Promise((found, gone) => {
      lines.on("line", (line) => {
        const [at] = line.match(/http:\S+/) ?? [];
        if (at) found(at);
      });
      served.on("exit", () => gone(new Error("svod serve has ended")));
    });
    await body(address, folder);
  } finally {
    served.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts `to` in the place of `from` in a file that has it. */
export async function change(path, from, to) {
  const text = await readFile(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  await writeFile(path, text.replace(from, () => to));
}

/** Longer than any reload takes; only a preview that is stuck needs it. In milliseconds. */
const STUCK = 60_000;

/**
 * Milliseconds from the beginning of `save` until the page, which has been loaded anew by itself,
 * answers `shows` with yes.
 */
export async function timeToSee(page, save, shows) {
  let stuck;
  const shown = new Promise((found, lost) => {
    stuck = setTimeout(() => lost(new Error(`never seen: ${shows}`)), STUCK);
    const look = async () => {
      // A page that is loaded once more while it is asked is asked again when that is done.
      if (!(await page.evaluate(shows).catch(() => false))) return;
      page.off("load", look);
      found(performance.now());
    };
    page.on("load", look);
  });
  const start = performance.now();
  await save();
  const end = await shown;
  clearTimeout(stuck);
  return end - start;
}
