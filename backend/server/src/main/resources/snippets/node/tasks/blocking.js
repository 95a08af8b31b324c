// %% power hash
$compute

// %% sleep
const NEVER = new Int32Array(new SharedArrayBuffer(4));

function task(i) {
  Atomics.wait(NEVER, 0, 0, $sleep_ms); // Node has no other way to block a thread
  return i;
}

// %% mixed
const NEVER = new Int32Array(new SharedArrayBuffer(4));

$compute

function task(i) {
  Atomics.wait(NEVER, 0, 0, $wait_ms); // Node has no other way to block a thread
  const digest = compute(i);
  Atomics.wait(NEVER, 0, 0, $wait_ms);
  return digest;
}

// %% fetch
const URLS = $urls;

async function task(i) {
  let size = 0;
  for (const url of URLS) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${url}: status ${answer.status}`);
    size += (await answer.arrayBuffer()).byteLength;
  }
  return size;
}
