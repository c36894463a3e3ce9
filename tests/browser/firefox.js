// Firefox as Debian has it, driven by WebDriver BiDi.

import puppeteer from "puppeteer-core";

/**
 * Opens pages one after another in one window. `open(address, folder, body)` gives the page to
 * `body` and gives back what was wrong: what the console calls an error or a warning, what the
 * policy forbade, requests outside `folder`.
 */
export async function withFirefox(body) {
  const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  try {
    const page = await browser.newPage();
    let faults = new Set();
    let inside = "";
    page.on("console", (said) => {
      if (["error", "warn", "warning"].includes(said.type())) faults.add(`console: ${said.text()}`);
    });
    page.on("pageerror", (error) => faults.add(`script: ${error.message}`));
    page.on("request", (request) => {
      // The signs beside folded parts are a font of the browser's own, which it keeps as data.
      const own = request.url().startsWith("data:font/");
      if (!own && !request.url().startsWith(inside)) faults.add(`outside: ${request.url()}`);
    });
    page.on("requestfailed", (request) => faults.add(`failed: ${request.url()}`));
    await page.evaluateOnNewDocument(() => addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    await body(async (address, folder, look) => {
      faults = new Set();
      inside = folder;
      await page.goto(address, { waitUntil: "load" });
      await look(page);
      return [...faults];
    });
  } finally {
    await browser.close();
  }
}
