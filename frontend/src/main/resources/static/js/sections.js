/* Live sections: changed only when what they hold has changed, and never under somebody's hands. */

const shown = new WeakMap();
const waiting = new Map();
const firstTitle = document.title;
let lastState = "";

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** The HTML of a section as it came, without what this script or the browser changed in it. */
function canonical(fragment) {
  const holder = document.createElement("div");
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML.replace(/>\s+</g, "><").trim();
}

function inUse(section) {
  const selection = getSelection();
  return section.matches(":active")
    || section.querySelector(":is(input, textarea, select):focus, .menu[open]") !== null
    || (!selection.isCollapsed && selection.getRangeAt(0).intersectsNode(section));
}

function renew(section, html) {
  const fragment = parse(html);
  const next = canonical(fragment);
  if (shown.get(section) === next) {
    waiting.delete(section);
  } else if (inUse(section)) {
    waiting.set(section, html);
  } else {
    replace(section, fragment, next);
  }
}

const FOCUSABLE = "a[href], button, summary, [tabindex]";

function replace(section, fragment, next) {
  const focused = [...section.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  const open = [...section.querySelectorAll("details")].map((details) => details.open);
  const scrolled = [...section.querySelectorAll(".scroll, pre")].map((box) => box.scrollLeft);
  shown.set(section, next);
  waiting.delete(section);
  section.replaceChildren(fragment);
  section.querySelectorAll("details").forEach((details, i) => (details.open = open[i] ?? details.open));
  section.querySelectorAll(".scroll, pre").forEach((box, i) => (box.scrollLeft = scrolled[i] ?? 0));
  section.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
  arrived(section);
}

function arrived(within) {
  showTimes(within);
  if (within.id === "run-progress") {
    showProgress(within);
  }
}

function showProgress(section) {
  const progress = section.querySelector("[data-title]");
  document.title = progress?.dataset.title || firstTitle;
  const state = progress?.dataset.state ?? "Done";
  if (lastState && state !== lastState) {
    document.getElementById("announcement").textContent = state;
  }
  lastState = state;
}

function renewWaiting() {
  for (const [section, html] of [...waiting]) {
    renew(section, html);
  }
}
