# %% power hash
$compute

# %% sleep
import time
def task(i):
    time.sleep($sleep_s)
    return i

# %% mixed
import time
$compute


def task(i):
    time.sleep($wait_s)
    digest = compute(i)
    time.sleep($wait_s)
    return digest

# %% fetch
import urllib.request
URLS = $urls


def task(i):
    size = 0
    for url in URLS:
        with urllib.request.urlopen(url, timeout=30) as answer:
            size += len(answer.read())
    return size
