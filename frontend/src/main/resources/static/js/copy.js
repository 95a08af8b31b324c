/* Copying: the clipboard exists on https and localhost only; elsewhere the old command still works. */

function textOf(source) {
  return "value" in source ? source.value : source.textContent;
}

function select(source) {
  if ("select" in source) {
    source.select();
  } else {
    getSelection().selectAllChildren(source);
  }
}

function copySelected(source) {
  const details = source.closest("details");
  const wasOpen = details?.open;
  if (details) {
    details.open = true; // what is not shown cannot be selected
  }
  select(source);
  const copied = document.execCommand("copy");
  if (copied) {
    getSelection().removeAllRanges();
    if (details) {
      details.open = wasOpen;
    }
  }
  return copied;
}

async function copy(source) {
  try {
    await navigator.clipboard.writeText(textOf(source));
    return true;
  } catch {
    return copySelected(source); // no clipboard, or not allowed to write to it
  }
}

async function pressCopy(button) {
  const copied = await copy(document.getElementById(button.dataset.copy));
  button.dataset.text ??= button.textContent;
  button.textContent = copied ? "Copied" : "Selected: press Ctrl+C";
  setTimeout(() => (button.textContent = button.dataset.text), 2000);
}
