// Choosing rows of long lists: by words, and by the values of columns that say so (`data-choice`).
// The choice stands in the address, so that it can be sent. Pages are complete without it.
"use strict";

(() => {
  const words = document.currentScript.dataset;
  const plain = (text) => text.trim().toLowerCase().replaceAll("ё", "е");
  /** Fewer rows are seen at a glance. */
  const LONG = 12;
  /** Of so many values one may be left out («кроме»): what remains has a meaning of its own. */
  const FEW = 6;

  /** An element with properties and children. */
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** What a cell says, without its sign and without the words beside it. */
  function said(cell) {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".mark, .detail, .visually-hidden").forEach((part) => part.remove());
    return copy.textContent.trim();
  }

  /** The values of a column, once each: by their order if they have one, else by the alphabet. */
  function valuesOf(cells) {
    const found = new Map(cells.map((cell) => [said(cell), Number(cell.dataset.value ?? Infinity)]));
    const order = ([a, x], [b, y]) =>
      (x === y ? a.localeCompare(b, document.documentElement.lang, { numeric: true }) : x - y);
    return [...found].sort(order).map(([value]) => value);
  }

  /** A field that takes words: rows fit that hold each of them. */
  function search(items) {
    const texts = items.map((item) => plain(item.textContent));
    const input = make("input", { type: "search", name: "q" });
    const fits = (at) => plain(input.value).split(/\s+/).every((word) => texts[at].includes(word));
    return { title: words.filter, input, fits };
  }

  /** A field that offers the values of a column; nothing if there is nothing to choose. */
  function choice(head, items) {
    const column = head.cellIndex + spanned(head);
    const own = items.map((row) => row.cells[column]);
    if (own.some((cell) => !cell)) return null;
    const values = valuesOf(own);
    if (values.length < 2 || values.length > items.length / 2) return null;
    const option = (value, text = value) => make("option", { value }, text);
    const input = make("select", { name: head.dataset.choice }, option("", words.any), ...values.map((v) => option(v)));
    if (values.length > 2 && values.length <= FEW) {
      input.append(...values.map((value) => option(`!${value}`, `${words.except}: ${value}`)));
    }
    const texts = own.map(said);
    const fits = (at) => !input.value ||
      (input.value.startsWith("!") ? texts[at] !== input.value.slice(1) : texts[at] === input.value);
    return { title: head.querySelector(".sort")?.textContent ?? head.textContent, input, fits };
  }

  /** How many columns headings over several columns hide from the index of those after them. */
  function spanned(head) {
    const before = [...head.parentElement.cells].slice(0, head.cellIndex);
    return before.reduce((sum, cell) => sum + cell.colSpan - 1, 0);
  }

  /** Fields before a long list that leave only the items that fit all of them. */
  function makeFilterable(id, before, items, fields) {
    const shown = make("output", {});
    shown.setAttribute("role", "status");
    const reset = make("button", { type: "reset", hidden: true }, words.reset);
    const labels = fields.map(({ title, input }) => make("label", {}, make("span", {}, title), input));
    const form = make("form", { className: "filter" }, ...labels, shown, reset);
    before.before(form);

    function choose() {
      let count = 0;
      items.forEach((item, at) => {
        item.hidden = !fields.every(({ fits }) => fits(at));
        count += !item.hidden;
      });
      const chosen = fields.filter(({ input }) => input.value.trim());
      form.classList.toggle("chosen", chosen.length > 0);
      reset.hidden = chosen.length === 0;
      shown.textContent = chosen.length ? `${words.shown} ${count} ${words.of} ${items.length}` : "";
    }

    function keep() {
      const query = new URLSearchParams(location.search);
      for (const { input } of fields) {
        const name = `${id}.${input.name}`;
        if (input.value) query.set(name, input.value);
        else query.delete(name);
      }
      const asked = query.toString();
      history.replaceState(null, "", location.pathname + (asked && `?${asked}`) + location.hash);
    }

    for (const { input } of fields) {
      const asked = new URLSearchParams(location.search).get(`${id}.${input.name}`);
      if (asked !== null) input.value = asked;
    }
    form.addEventListener("input", () => { choose(); keep(); });
    form.addEventListener("reset", () => setTimeout(() => { choose(); keep(); fields[0].input.focus(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    choose();
  }

  document.querySelectorAll(".table-block").forEach((block) => {
    const rows = [...block.querySelectorAll("tbody tr:not(.summary, .total, .group)")];
    const heads = [...block.querySelectorAll("th[data-choice]")];
    const index = block.closest(".kind-index");
    if (rows.length < LONG || block.querySelector(".group") || !(heads.length || index)) return;
    const choices = heads.map((head) => choice(head, rows)).filter(Boolean);
    makeFilterable(block.id, block.querySelector(".table-scroll"), rows, [search(rows), ...choices]);
  });
  document.querySelectorAll(".kind-index .links").forEach((list, at) => {
    const items = [...list.children];
    if (items.length >= LONG) makeFilterable(`links-${at}`, list, items, [search(items)]);
  });
})();
