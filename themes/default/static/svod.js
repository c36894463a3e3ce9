// Sorting and filtering of tables. Pages are complete without it.
"use strict";

(() => {
  const words = document.currentScript.dataset;
  const plain = (text) => text.trim().toLowerCase().replaceAll("ё", "е");

  /** A place where changes are announced to screen readers. */
  function announcer(tag) {
    const place = document.createElement(tag);
    place.setAttribute("role", "status");
    return place;
  }

  /** The heading cells that stand directly over columns, left to right. */
  function columnHeads(table) {
    const [first, second] = table.tHead.rows;
    const below = second ? [...second.cells] : [];
    return [...first.cells].flatMap((cell) =>
      cell.scope === "colgroup" ? below.splice(0, cell.colSpan) : [cell]);
  }

  /** What a cell sorts by: its number, or its words; nothing if the value is missing. */
  function key(cell) {
    if (cell.classList.contains("missing")) return null;
    const value = cell.dataset.value;
    return value === undefined ? cell.textContent.trim() : Number(value);
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
  }

  /** The rows in the order of a column. Missing values stay last in both directions. */
  function ordered(rows, column, direction) {
    const keyed = rows.map((row) => [key(row.cells[column]), row]);
    keyed.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return direction * compare(a, b);
    });
    return keyed.map(([, row]) => row);
  }

  function makeSortable(table) {
    // Summaries stand in bodies of their own; where they part the rows, order has a meaning.
    const bodies = [...table.tBodies].filter((body) => !body.querySelector(".summary, .total"));
    if (!table.tHead || table.querySelector(".group") || bodies.length !== 1 || bodies[0].rows.length < 3) return;
    const [body] = bodies;
    const original = [...body.rows];
    const heads = columnHeads(table);
    const status = announcer("p");
    status.className = "visually-hidden";
    table.closest(".table-scroll").after(status);

    heads.forEach((head, column) => {
      if (head.tagName !== "TH") return;
      const title = head.textContent;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        const direction = next === "descending" ? -1 : 1;
        body.append(...(next ? ordered(original, column, direction) : original));
        status.textContent = `${words.sorted} ${title}, ${words[next || "original"]}`;
      });
    });
  }

  /** A field over a long list that leaves only what holds every word typed into it. */
  function makeFilterable(before, items) {
    if (items.length < 12) return;
    const label = document.createElement("label");
    const input = document.createElement("input");
    const shown = announcer("output");
    label.className = "filter";
    input.type = "search";
    label.append(words.filter, input, shown);
    before.before(label);
    const texts = items.map((item) => plain(item.textContent));
    input.addEventListener("input", () => {
      const asked = plain(input.value).split(/\s+/);
      items.forEach((item, at) => {
        item.hidden = !asked.every((word) => texts[at].includes(word));
      });
      const count = items.filter((item) => !item.hidden).length;
      shown.textContent = `${words.shown} ${count} / ${items.length}`;
    });
  }

  document.querySelectorAll(".table-block table.data").forEach(makeSortable);
  document.querySelectorAll(".kind-index .table-scroll").forEach((scroll) => {
    makeFilterable(scroll, [...scroll.querySelectorAll("tbody tr:not(.summary, .total)")]);
  });
  document.querySelectorAll(".kind-index .links").forEach((list) => {
    makeFilterable(list, [...list.children]);
  });

  // Older browsers print a folded part folded.
  addEventListener("beforeprint", () => {
    document.querySelectorAll(".sources").forEach((sources) => { sources.open = true; });
  });
})();
