// The search field in the header of each page, and the page of the search. Without it there is a link
// to that page, which has lists. The index lies in `search/` and is read once the reader searches.
"use strict";

(() => {
  const words = document.currentScript.dataset;
  const link = document.querySelector(".search-open");
  if (!link) return;
  const page = document.querySelector(".search-page");
  const root = link.getAttribute("href").replace(/search\.html.*$/, "");
  const FEW = 8;
  const MANY = 200;

  function load(path) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  async function loadAll() {
    await load("static/find.js");
    await load("search/index.js");
    const shards = Array.from({ length: svodSearch.shards }, (_, at) => load(`search/${at + 1}.js`));
    await Promise.all(shards);
  }

  let loading;
  const ready = () => loading ??= loadAll();

  function element(tag, attributes, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  }

  /** A find as a link. What was chosen for low vision goes along, as with all links. */
  function result({ kind, title, place, to }, attributes) {
    const [path, anchor] = to.split("#");
    const carried = new URL(link.href).search;
    const href = root + path + carried + (anchor ? `#${anchor}` : "");
    const pieces = title.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
    return element("a", { href, ...attributes },
      element("span", { class: "kind" }, kind), " ",
      element("span", { class: "title" }, ...pieces), " ",
      element("span", { class: "detail" }, place));
  }

  /** What was found, in words. */
  function said(count, shown) {
    if (count === 0) return words.nothing;
    return `${words.found} ${count}.` + (shown < count ? ` ${words.first} ${shown}.` : "");
  }

  /** Calls `show` with what an input asks for, whenever that changes; the last question wins. */
  function answer(input, limit, show) {
    const ask = async () => {
      const asked = input.value;
      try {
        await ready();
      } catch {
        return show(null, words.unread);
      }
      if (asked !== input.value) return;
      const { count, found } = svodSearch.find(asked, limit);
      show(found, asked.trim() ? said(count, found.length) : "");
    };
    input.addEventListener("input", ask);
    return ask;
  }

  function searchField(attributes) {
    return element("input", {
      type: "search", autocomplete: "off", spellcheck: "false", "aria-label": link.textContent,
      placeholder: link.textContent, ...attributes,
    });
  }

  /** The field of the header: a list below it, moved through by arrows, as the pattern of a combobox. */
  function inHeader() {
    const input = searchField({
      role: "combobox", "aria-expanded": "false", "aria-controls": "search-found", "aria-autocomplete": "list",
    });
    const list = element("div", { role: "listbox", id: "search-found", "aria-label": words.found });
    const status = element("div", { role: "status" });
    const all = element("p", {});
    const below = element("div", { class: "search-below" }, list, status, all);
    const box = element("search", { class: "search" }, input, below);
    link.replaceWith(box);
    all.append(link);
    link.textContent = words.all;
    let active = -1;

    function open(shown) {
      below.classList.toggle("open", shown);
      input.setAttribute("aria-expanded", String(shown && list.childElementCount > 0));
      if (!shown) activate(-1);
    }

    function activate(at) {
      active = at;
      [...list.children].forEach((option, own) => option.setAttribute("aria-selected", String(own === at)));
      if (at < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    function toSearchPage() {
      const address = new URL(link.href);
      address.hash = new URLSearchParams({ q: input.value });
      link.href = address;
    }

    const ask = answer(input, FEW, (found, text) => {
      const options = (found ?? []).map((one, at) => result(one, {
        role: "option", id: `search-found-${at + 1}`, "aria-selected": "false", tabindex: "-1",
      }));
      list.replaceChildren(...options);
      status.textContent = text;
      all.hidden = options.length === 0;
      toSearchPage();
      activate(-1);
      open(text !== "");
    });

    const keys = {
      ArrowDown: () => activate(active + 1 < list.childElementCount ? active + 1 : 0),
      ArrowUp: () => activate(active > 0 ? active - 1 : list.childElementCount - 1),
      Escape: () => { if (!below.classList.contains("open")) input.value = ""; open(false); },
      Enter: () => {
        if (active >= 0) list.children[active].click();
        else if (input.value.trim()) { toSearchPage(); link.click(); }
      },
    };
    input.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      const empty = event.key.startsWith("Arrow") && list.childElementCount === 0;
      if (!act || empty || event.isComposing) return;
      if (event.key.startsWith("Arrow")) open(true);
      act();
      event.preventDefault();
    });
    input.addEventListener("focus", () => { if (input.value) ask(); });
    box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) open(false); });
  }

  /** The field of the search's own page, with all that it finds; the question stands in the address. */
  function onPage() {
    const input = searchField({});
    const status = element("div", { role: "status" });
    const list = element("ol", { class: "found" });
    page.append(element("search", {}, input), status, list);
    const asked = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    const ask = answer(input, MANY, (found, text) => {
      list.replaceChildren(...(found ?? []).map((one) => element("li", {}, result(one, {}))));
      status.textContent = text;
      const hash = input.value ? `#${new URLSearchParams({ q: input.value })}` : "";
      history.replaceState(null, "", location.pathname + location.search + hash);
    });
    const take = () => {
      if (asked() === input.value) return;
      input.value = asked();
      ask();
    };
    addEventListener("hashchange", take);
    take();
    input.focus();
  }

  if (page) onPage();
  else inHeader();
})();
