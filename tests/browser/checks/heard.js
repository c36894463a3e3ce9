// What those hear who do not see a page: no link that means one thing here and another there, no chart
// read out number by number, nothing said twice.

export const name = "links, charts and signs say what they are to those who listen";

/** What is wrong for a listener; runs in the page. */
function misheard() {
  const faults = [];
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const led = new Map();
  for (const link of document.querySelectorAll("main :is(.table-links, .figure-links) a")) {
    const before = led.get(words(link)) ?? link.href;
    if (before !== link.href) faults.push(`two places of one name: ${words(link)}`);
    led.set(words(link), before);
  }

  for (const figure of document.querySelectorAll("main figure.figure:has(.chart)")) {
    const named = document.getElementById(figure.getAttribute("aria-labelledby"));
    const finding = words(figure.querySelector(".finding"));
    if (!named || words(named).includes(finding)) faults.push(`the name of a figure tells its finding: ${finding}`);
  }
  for (const chart of document.querySelectorAll("main .chart[role=application]:not(:has(a))")) {
    const texts = [...chart.querySelectorAll("text")].filter((text) => !text.closest("[aria-hidden=true]"));
    if (texts.length > 0) faults.push(`texts of a chart are read one by one: ${words(texts[0])}`);
  }

  for (const sign of document.querySelectorAll("main td .mark > .visually-hidden")) {
    const cell = sign.closest("td");
    const rest = words(cell).replace(words(sign.parentElement), "").trim();
    if (rest !== "") faults.push(`a sign speaks into the words beside it: ${words(cell)}`);
  }
  return faults;
}

/** What is wrong with a page. */
export async function faults(page) {
  return page.evaluate(misheard);
}
