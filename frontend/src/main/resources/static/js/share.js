/* The share page as a dialog. Its forms answer with the page again. */

function sheet(address) {
  const dialog = document.createElement("dialog");
  dialog.dataset.address = address;
  dialog.className = "sheet";
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const body = new URLSearchParams(new FormData(form));
    fillSheet(dialog, form.action, { method: "POST", body }).catch(() => location.assign(dialog.dataset.address));
  });
  document.body.append(dialog);
  return dialog;
}

async function fillSheet(dialog, address, request) {
  const answer = await fetch(address, request);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const content = page.getElementById("share");
  if (!answer.ok || !content) {
    throw new Error(`${address}: ${answer.status}`);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-quiet sheet-close";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const heading = content.querySelector("h1");
  heading.id = "sheet-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.replaceChildren(close, content);
  showTimes(dialog);
}

async function openSheet(link) {
  const dialog = sheet(link.href);
  try {
    await fillSheet(dialog, link.href);
    dialog.showModal();
  } catch {
    dialog.remove();
    location.assign(link.href);
  }
}
