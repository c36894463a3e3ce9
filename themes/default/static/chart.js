// Values of charts one by one: a chart is one stop of the Tab key, arrows go from mark to mark, Enter
// leads to the table. Without it the values stand in the table.
"use strict";

(() => {
  const words = document.currentScript.dataset;

  /** The marks of a chart in rows: lines of a trend, bars of one height. The last drawn lies on top. */
  function rowsOf(chart) {
    const titles = chart.querySelectorAll(":is(rect, circle, path):not(.dots) > title");
    const rows = new Map();
    for (const mark of [...titles].map((title) => title.parentElement)) {
      const box = mark.getBBox();
      const row = chart.matches(".chart-trend, .chart-histogram")
        ? mark.getAttribute("class") ?? mark.parentElement.getAttribute("class")
        : Math.round(box.y + box.height / 2);
      rows.set(row, [...(rows.get(row) ?? []), mark]);
    }
    const all = [...rows.values()];
    return chart.matches(".chart-trend") ? all.reverse() : all;
  }

  function makeReadable(chart) {
    const figure = chart.closest("figure");
    const link = figure?.querySelector(".figure-links a")
      ?? chart.closest(".multiples")?.parentElement.querySelector(".multiples ~ .figure-links a");
    const value = document.createElement("p");
    value.className = "chart-value";
    value.setAttribute("role", "status");
    chart.after(value);
    // An image stays one thing to hear: its name and the value come to, not the texts along its axes.
    // A group has links inside.
    if (chart.matches("[role=img]")) {
      for (const part of chart.children) part.setAttribute("aria-hidden", "true");
    }
    chart.setAttribute("tabindex", "0");
    chart.setAttribute("role", "application");
    chart.setAttribute("aria-roledescription", words.chart);
    chart.setAttribute("aria-description", link ? `${words.keys} ${words.enter}` : words.keys);
    let rows = null;
    let at = null;

    function mark() {
      return at && rows[at.row][at.place];
    }

    function show(next) {
      mark()?.classList.remove("current");
      at = next;
      const shown = mark();
      value.textContent = shown ? shown.querySelector("title").textContent : "";
      if (!shown) return;
      shown.classList.add("current");
      const [box, around] = [shown, figure].map((element) => element.getBoundingClientRect());
      const left = Math.min(box.left - around.left, around.width - value.offsetWidth);
      value.style.left = `${Math.max(0, left)}px`;
      value.style.top = `${Math.max(0, box.top - around.top - value.offsetHeight - 8)}px`;
    }

    /** The next mark of the row, then the first of the next row; or the same backwards. */
    function along(step) {
      if (!at) return { row: 0, place: 0 };
      const place = at.place + step;
      if (rows[at.row][place]) return { row: at.row, place };
      const row = at.row + step;
      return rows[row] ? { row, place: step > 0 ? 0 : rows[row].length - 1 } : at;
    }

    /** The mark at the same place of the row above or below. */
    function across(step) {
      if (!at) return { row: 0, place: 0 };
      const row = rows[at.row + step];
      return row ? { row: at.row + step, place: Math.min(at.place, row.length - 1) } : at;
    }

    chart.addEventListener("keydown", (event) => {
      rows ??= rowsOf(chart);
      if (rows.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const last = rows.length - 1;
      const moves = {
        ArrowRight: () => show(along(1)),
        ArrowLeft: () => show(along(-1)),
        ArrowDown: () => show(across(1)),
        ArrowUp: () => show(across(-1)),
        Home: () => show({ row: 0, place: 0 }),
        End: () => show({ row: last, place: rows[last].length - 1 }),
        Escape: () => show(null),
        Enter: () => link?.click(),
      };
      const move = moves[event.key];
      if (!move || (event.key === "Escape" && !at)) return;
      move();
      event.preventDefault();
      event.stopPropagation();
    });
    chart.addEventListener("blur", () => show(null));
    // A finger has nothing to point with.
    chart.addEventListener("click", (event) => {
      rows ??= rowsOf(chart);
      const row = rows.findIndex((marks) => marks.includes(event.target));
      if (row >= 0) show({ row, place: rows[row].indexOf(event.target) });
    });
  }

  document.querySelectorAll(".chart:not(.chart-tiles)").forEach(makeReadable);
})();
