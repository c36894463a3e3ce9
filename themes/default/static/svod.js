// Sorting of tables. Pages are complete without it.
"use strict";

(() => {
  const words = document.currentScript.dataset;

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
    const status = document.createElement("p");
    status.setAttribute("role", "status");
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

  document.querySelectorAll(".table-block table.data").forEach(makeSortable);

  // Older browsers print a folded part folded.
  addEventListener("beforeprint", () => {
    document.querySelectorAll(".sources").forEach((sources) => { sources.open = true; });
  });
})();
