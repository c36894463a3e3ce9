// Loads the page anew when it has changed; shows over it what is wrong, and takes that away again.
(() => {
  "use strict";

  // How often pages had changed when this one was made: a later change is news.
  const { version } = document.currentScript.dataset;
  const panel = document.createElement("aside");
  const title = document.createElement("h2");
  const faults = document.createElement("pre");
  panel.id = "preview-faults";
  panel.setAttribute("role", "alert");
  panel.append(title, faults);

  new EventSource("/_preview/state").onmessage = (message) => {
    const state = JSON.parse(message.data);
    if (state.version !== Number(version)) {
      location.reload();
      return;
    }
    title.textContent = state.title;
    faults.textContent = state.faults;
    if (state.faults === "") panel.remove();
    else document.body.append(panel);
  };
})();
