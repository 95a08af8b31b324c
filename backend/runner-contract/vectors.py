#!/usr/bin/env python3
"""Writes vectors.json: what docs/PROTOCOL.md's arithmetic gives, computed without any runner's code."""

import hashlib
import json
import pathlib

P = 2**61 - 1
WORD = 2**64 - 1


def sha256(data):
    return hashlib.sha256(data).digest()


def number(data):
    return int.from_bytes(data, "big")


def words(seed):
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & WORD
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & WORD
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
        yield z ^ (z >> 31)


def seed_of(text):
    return number(sha256(text.encode())[:8])


def body(nonce, path, size):
    out = bytearray()
    for word in words(seed_of(nonce + path)):
        if len(out) >= size:
            return bytes(out[:size])
        out += word.to_bytes(8, "big")


def jitter_share(seed, path):
    return (next(words(seed_of(str(seed) + path))) >> 11) * 2.0**-53


def buffer(nonce, size):
    block = sha256(nonce.encode())
    return (block * (size // 32 + 1))[:size]


def chain(nonce, task, block, steps):
    digest = sha256(f"{nonce}:{task}".encode())
    for _ in range(steps):
        digest = sha256(digest + block)
    return number(digest[:8]) % P


def value(workload, params, nonce, task):
    if workload == "power":
        return (params["base"] + 2 * task) ** params["exponent"] % P
    if workload == "hash":
        return chain(nonce, task, buffer(nonce, params["buffer_bytes"]), params["repeats"])
    if workload == "sleep":
        return params["sleep_us"] % P
    if workload == "mixed":
        return chain(nonce, task, buffer(nonce, 992), params["steps"])
    total = 0
    for url in range(params["urls_per_task"]):
        data = body(nonce, f"/u/{task}/{url}", params["body_bytes"])
        total += (url + 1) * (number(data) + len(data))
    return total % P


def vector(workload, params, tasks, nonce, repeats=1):
    values = [value(workload, params, nonce, task) for task in range(tasks)]
    checksum = repeats * sum((task + 1) * v for task, v in enumerate(values)) % P
    return {"workload": workload, "params": params, "tasks": tasks, "nonce": nonce, "repeats": repeats,
            "first_value": str(values[0]), "checksum": str(checksum)}


def bucket(v):
    if v < 128:
        return v
    e = v.bit_length() - 8
    return 128 * (e + 1) + (v >> e) - 128


VECTORS = [
    vector("power", {"base": 7, "exponent": 5}, 1, "a"),
    vector("power", {"base": 7777, "exponent": 2000}, 10, "k3v9q2mw", 3),
    vector("power", {"base": 999999999, "exponent": 12345}, 4, "k3v9q2mw"),
    vector("fetch", {"urls_per_task": 1, "body_bytes": 0}, 3, "a"),
    vector("fetch", {"urls_per_task": 4, "body_bytes": 1024}, 10, "k3v9q2mw"),
    vector("fetch", {"urls_per_task": 3, "body_bytes": 70001}, 5, "nonce with ünïcode", 2),
    vector("hash", {"buffer_bytes": 1, "repeats": 1}, 1, "a"),
    vector("hash", {"buffer_bytes": 100000, "repeats": 7}, 10, "k3v9q2mw", 2),
    vector("hash", {"buffer_bytes": 65, "repeats": 1000}, 3, "nonce with ünïcode"),
    vector("sleep", {"sleep_us": 1000}, 1, "a"),
    vector("sleep", {"sleep_us": 2000}, 10, "k3v9q2mw", 3),
    vector("sleep", {"sleep_us": 0}, 5, "k3v9q2mw"),
    vector("mixed", {"wait_us": 0, "steps": 0}, 2, "a"),
    vector("mixed", {"wait_us": 1000, "steps": 500}, 10, "k3v9q2mw", 2),
    vector("mixed", {"wait_us": 500, "steps": 1}, 7, "nonce with ünïcode"),
]

BODIES = [
    {"nonce": nonce, "path": path, "body_bytes": size, "sha256": hashlib.sha256(body(nonce, path, size)).hexdigest(),
     "first_bytes": body(nonce, path, size)[:16].hex()}
    for nonce, path, size in [("a", "/u/0/0", 16), ("k3v9q2mw", "/u/9/3", 1021), ("nonce with ünïcode", "/u/123/0", 100000)]
]

DELAYS = [{"seed": seed, "path": path, "share": repr(jitter_share(seed, path))}
          for seed, path in [(1, "/u/0/0"), (1, "/u/0/1"), (987654321, "/u/77/2")]]

BUCKETS = [{"value": str(v), "index": bucket(v)}
           for v in (0, 1, 127, 128, 255, 256, 257, 258, 109000000, 999999999, 2**62 + 1, 2**63 - 1)]

if __name__ == "__main__":
    out = {"vectors": VECTORS, "bodies": BODIES, "delays": DELAYS, "buckets": BUCKETS}
    path = pathlib.Path(__file__).with_name("vectors.json")
    rows = [f' "{name}": [\n' + ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in table) + "\n ]"
            for name, table in out.items()]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
