"""Messages as a coordinator would send them."""

from __future__ import annotations

from typing import Any

NONCE = "k3v9q2mw"

STARTS_PROCESSES = ["processes", "processes-spawn", "processes-forkserver", "process-pool"]
POOLS = ["thread-pool", "process-pool"]
STRATEGIES = ["sequential", "threads", "thread-pool", *STARTS_PROCESSES]

Message = dict[str, Any]


def prepare(
    strategy: str, workload: str, params: Message, tasks: int, in_flight: int, **more: Any
) -> Message:
    """Any work."""
    return {
        "type": "prepare",
        "protocol": 1,
        "strategy": strategy,
        "workload": workload,
        "params": params,
        "tasks": tasks,
        "in_flight": in_flight,
        "nonce": NONCE,
        **more,
    }


def sleep(strategy: str, tasks: int, in_flight: int, us: int) -> Message:
    """Sleeps of `us` microseconds."""
    return prepare(strategy, "sleep", {"sleep_us": us}, tasks, in_flight)


def power(strategy: str, tasks: int, in_flight: int, exponent: int = 2_000) -> Message:
    """Powers, small ones unless told otherwise."""
    return prepare(strategy, "power", {"base": 7777, "exponent": exponent}, tasks, in_flight)


def fetch(
    strategy: str,
    tasks: int,
    in_flight: int,
    urls_per_task: int,
    addresses: list[str],
    limit_ms: int = 10_000,
) -> Message:
    """Downloads from an origin."""
    params = {"urls_per_task": urls_per_task, "limit_ms": limit_ms}
    origin = {"addresses": addresses}
    return prepare(strategy, "fetch", params, tasks, in_flight, origin=origin)


def round_(number: int, repeats: int = 1, record: bool = True) -> Message:
    """A round."""
    return {"type": "round", "round": number, "repeats": repeats, "record": record}
