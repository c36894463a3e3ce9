// Keeps the version for low vision from page to page: in addresses, as `?letters=double&colours=white`,
// for pages from disk have neither cookies nor a store of their own. Choosing needs no script.
"use strict";

(() => {
  const panel = document.getElementById("low-vision");
  if (!panel) return;
  const first = [...panel.querySelectorAll("[data-first]")];
  const chosen = () => new URLSearchParams(new FormData(panel)).toString();

  /** Puts the choice into the address of the page and of all pages that it leads to. */
  function carry() {
    const query = chosen() && `?${chosen()}`;
    for (const link of document.querySelectorAll("a[href]:not(.ordinary)")) {
      const own = /^([^?#:]+\.html)(?:\?[^#]*)?(#.*)?$/.exec(link.getAttribute("href"));
      if (own) link.setAttribute("href", own[1] + query + (own[2] ?? ""));
    }
    // What else the page itself keeps in its address stays there.
    const rest = new URLSearchParams(location.search);
    for (const { name } of panel.elements) rest.delete(name);
    const kept = [chosen(), rest.toString()].filter(Boolean).join("&");
    history.replaceState(null, "", location.pathname + (kept && `?${kept}`) + location.hash);
  }

  /** The link to the version chooses what suits most. */
  function enter() {
    if (location.hash !== "#low-vision" || chosen()) return;
    first.forEach((option) => { option.checked = true; });
    carry();
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const option = panel.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (option) option.checked = true;
  }
  if (chosen()) {
    carry();
    // An old address leads on at once, and takes the choice along.
    const next = document.querySelector(".kind-redirect main a");
    if (next) location.replace(next.href);
    // What an address leaves out is as usual, and its button says so.
    for (const options of panel.querySelectorAll("fieldset:not(:has(:checked))")) {
      options.querySelector("[value=usual]").checked = true;
    }
  }
  enter();
  addEventListener("hashchange", enter);
  panel.addEventListener("change", carry);
})();
