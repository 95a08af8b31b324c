"use strict";

// All files of this folder are served as one, in the order that Assets names. Pages work without them.

/* Theme: set before the first paint, so that nothing flashes. */

const root = document.documentElement;
const theme = {
  read() {
    try {
      return localStorage.getItem("theme") ?? "system";
    } catch {
      return "system"; // storage is forbidden here
    }
  },
  keep(choice) {
    try {
      localStorage.setItem("theme", choice);
    } catch {
      // it holds for this page only
    }
  },
  wear(choice) {
    if (choice === "light" || choice === "dark") {
      root.dataset.theme = choice;
    } else {
      delete root.dataset.theme;
    }
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === choice));
    }
  },
};

root.classList.add("js");
theme.wear(theme.read());
