/* Where news come from: the stream of events, or the page's own address read again. */

const POLL_MS = 5000;

const connection = {
  streaming: false,
  closed: false,
  lost(is) {
    document.getElementById("connection")?.toggleAttribute("hidden", !is);
  },
};

async function readAgain(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(10000) });
  if (!answer.ok || answer.redirected) {
    throw new Error(`${address}: ${answer.status}`);
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const section of document.querySelectorAll("[data-live][id]")) {
    const next = page.getElementById(section.id);
    if (next) {
      renew(section, next.innerHTML);
    }
  }
  return page.body.dataset.poll;
}

async function poll() {
  const address = document.body.dataset.poll;
  if (!address || connection.closed) {
    return;
  }
  if (!document.hidden && !connection.streaming) {
    try {
      connection.closed = !(await readAgain(address));
      connection.lost(false);
    } catch {
      connection.lost(true);
    }
  }
  setTimeout(poll, POLL_MS);
}

function followStream() {
  document.body.addEventListener("htmx:sseOpen", () => {
    connection.streaming = true;
    connection.lost(false);
  });
  document.body.addEventListener("htmx:sseError", () => {
    connection.streaming = false; // polling takes over and tells whether the server answers at all
  });
  document.body.addEventListener("htmx:sseClose", (event) => {
    connection.streaming = false;
    if (event.detail.type === "message") {
      connection.closed = true;
      readAgain(document.body.dataset.poll).catch(() => connection.lost(true)); // the rest of the page
    }
  });
  document.body.addEventListener("htmx:sseBeforeMessage", (event) => {
    event.preventDefault();
    renew(event.target, event.detail.data);
  });
}
