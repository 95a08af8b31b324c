/* One listener each, for what is there now and what comes later. */

function onClick(event) {
  const copyButton = event.target.closest("[data-copy]");
  const themeButton = event.target.closest("[data-theme-choice]");
  const tickButton = event.target.closest("[data-tick]");
  const dialogLink = event.target.closest("a[data-dialog]");
  if (copyButton) {
    pressCopy(copyButton);
  } else if (themeButton) {
    theme.keep(themeButton.dataset.themeChoice);
    theme.wear(themeButton.dataset.themeChoice);
  } else if (tickButton) {
    tick(tickButton);
  } else if (dialogLink && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openSheet(dialogLink);
  }
  for (const menu of document.querySelectorAll(".menu[open]")) {
    menu.open = menu.contains(event.target);
  }
}

/** Ticks all contenders of a runtime, or none; the estimate hears of it as of any other change. */
function tick(button) {
  const group = button.closest(".runtime-group");
  for (const box of group.querySelectorAll("input[name=contenders]")) {
    box.checked = button.dataset.tick === "all" && !box.closest(".tick").querySelector(".mistake");
  }
  group.dispatchEvent(new Event("input", { bubbles: true }));
}

function onKey(event) {
  const menu = event.key === "Escape" && document.querySelector(".menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

function start() {
  theme.wear(theme.read());
  for (const section of document.querySelectorAll("[data-live][id]")) {
    const content = document.createDocumentFragment();
    content.append(...section.cloneNode(true).childNodes);
    shown.set(section, canonical(content));
    if (section.id === "run-progress") {
      showProgress(section);
    }
  }
  showTimes(document);
  followStream();
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusout", () => setTimeout(renewWaiting));
  document.addEventListener("pointerup", () => setTimeout(renewWaiting));
  document.addEventListener("selectionchange", renewWaiting);
  document.addEventListener("toggle", renewWaiting, true);
  document.addEventListener("visibilitychange", renewWaiting);
  setInterval(() => showTimes(document), 30000);
  setTimeout(poll, POLL_MS);
}

/* Back to a page that the browser kept: its lists are old, and its buttons were pressed already. */
function comeBack(event) {
  if (event.persisted && !document.querySelector(".new-run")) {
    location.reload();
  }
}

document.addEventListener("DOMContentLoaded", start);
window.addEventListener("pageshow", comeBack);
