// Loads the page anew when it has changed; shows over it what is wrong, and takes that away again.
(() => {
  "use strict";

  let version = null;
  const panel = document.createElement("aside");
  const title = document.createElement("h2");
  const faults = document.createElement("pre");
  panel.id = "preview-faults";
  panel.setAttribute("role", "alert");
  panel.append(title, faults);

  new EventSource("/_preview/state").onmessage = (message) => {
    const state = JSON.parse(message.data);
    if (version !== null && state.version !== version) {
      location.reload();
      return;
    }
    version = state.version;
    title.textContent = state.title;
    faults.textContent = state.faults;
    if (state.faults === "") panel.remove();
    else document.body.append(panel);
  };
})();
