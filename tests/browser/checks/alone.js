// A page has its policy and a heading. That it asks for nothing outside its folder and that the console
// says nothing is seen by whoever opens it (`withPage`).

import { policyOf } from "../browser.js";

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export const name = "pages ask for nothing outside the folder, from disk";

export async function faults(page) {
  const wrong = [];
  if (await page.locator("h1").innerText() === "") wrong.push("no heading");
  const policy = await policyOf(page);
  if (policy !== POLICY) wrong.push(`policy: ${policy}`);
  return wrong;
}
