/* Times: "3 min ago" where a list says so; the exact one stays in the tooltip. */

const STEPS = [["day", 86400], ["hour", 3600], ["minute", 60]];
const WEEK = 7 * 86400;
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function relative(seconds) {
  const step = STEPS.find(([, length]) => seconds >= length);
  return step ? ago.format(-Math.floor(seconds / step[1]), step[0]) : "just now";
}

function showTimes(within) {
  for (const time of within.querySelectorAll("time[data-relative]")) {
    time.dataset.exact ??= time.textContent;
    time.title = time.dataset.exact;
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    time.textContent = seconds < WEEK ? relative(seconds) : time.dataset.exact;
  }
}
