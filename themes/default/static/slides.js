// Slides by key, and where one stands among them. Without it they are scrolled.
"use strict";

(() => {
  const words = document.currentScript.dataset;
  const slides = [...document.querySelectorAll(".slide")];
  const place = document.querySelector(".deck-progress");
  const [bar, status] = place.children;
  let shown = -1;
  place.hidden = false;

  /** The slide that covers the middle of the screen. */
  function current() {
    const middle = innerHeight / 2;
    const at = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
    return at < 0 ? slides.length - 1 : at;
  }

  /** Says which slide is shown, once for each. */
  function tell() {
    const at = current();
    if (at === shown) return;
    shown = at;
    bar.value = at + 1;
    const title = slides[at].querySelector("h1, h2").textContent;
    status.textContent = `${words.slide} ${at + 1} ${words.of} ${slides.length}: ${title}`;
  }

  function go(to) {
    const slide = slides[Math.min(Math.max(to, 0), slides.length - 1)];
    slide.scrollIntoView({ block: "start", behavior: "instant" });
    slide.focus({ preventScroll: true });
    history.replaceState(null, "", `${location.pathname}${location.search}#${slide.id}`);
    tell();
  }

  /** True while a slide taller than the screen goes on in this direction: it is scrolled first. */
  function goesOn(down) {
    const { top, bottom } = slides[current()].getBoundingClientRect();
    return down ? bottom > innerHeight + 2 : top < -2;
  }

  function step(by, event) {
    if (["ArrowDown", "ArrowUp", "PageDown", "PageUp", " "].includes(event.key) && goesOn(by > 0)) return;
    event.preventDefault();
    go(current() + by);
  }

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    // A table in its own box and a form have use for these keys themselves.
    if (event.target.closest("input, .table-scroll") && event.key !== "Escape") return;
    const back = event.shiftKey && event.key === " ";
    const moves = {
      ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": back ? -1 : 1,
      ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    };
    if (event.key === " " && event.target.closest("a, button, summary")) return;
    if (event.key in moves) step(moves[event.key], event);
    if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      go(event.key === "Home" ? 0 : slides.length - 1);
    }
    if (event.key === "Escape") document.querySelector(".slide-foot .back").click();
  });
  addEventListener("scroll", tell, { passive: true });
  tell();
})();
