"""Figures in the text format of Prometheus, https://prometheus.io/docs/instrumenting/exposition_formats/."""

import os
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.serve.workers import Pool

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)  # seconds
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Counts requests; the rest is read where it stands when somebody asks."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, str, int]] = Counter()
        self.buckets: dict[str, list[int]] = {}
        self.seconds: Counter[str] = Counter()
        self.sent = 0
        self.started = time.time()

    def seen(self, route: str, method: str, status: int, seconds: float, sent: int) -> None:
        """One request is answered. `route` and `method` are names of ours, never the client's words."""
        self.requests[route, method, status] += 1
        counts = self.buckets.setdefault(route, [0] * (len(BUCKETS) + 1))
        counts[bisect_left(BUCKETS, seconds)] += 1
        self.seconds[route] += seconds  # type: ignore[assignment]  # a Counter adds fractions just as well
        self.sent += sent

    def text(self, pool: Pool) -> str:
        """All figures."""
        return "".join(f"{line}\n" for line in self._lines(pool))

    def _lines(self, pool: Pool) -> Iterator[str]:
        yield from _head("kg_http_requests_total", "counter", "Requests answered.")
        for (route, method, status), count in sorted(self.requests.items()):
            yield f'kg_http_requests_total{{route="{route}",method="{method}",status="{status}"}} {count}'
        yield from _head(
            "kg_http_request_duration_seconds", "histogram", "From the head of a request to its last byte."
        )
        for route, counts in sorted(self.buckets.items()):
            total = 0
            for bound, count in zip((*map(str, BUCKETS), "+Inf"), counts, strict=True):
                total += count
                yield f'kg_http_request_duration_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
            yield f'kg_http_request_duration_seconds_sum{{route="{route}"}} {self.seconds[route]:.6f}'
            yield f'kg_http_request_duration_seconds_count{{route="{route}"}} {total}'
        yield from _head("kg_http_sent_bytes_total", "counter", "Bytes of bodies sent.")
        yield f"kg_http_sent_bytes_total {self.sent}"
        yield from _head("kg_jobs_total", "counter", "Jobs of workers, by how they ended.")
        for outcome, count in pool.counts.ended.items():
            yield f'kg_jobs_total{{outcome="{outcome}"}} {count}'
        for name, what, value in (
            ("kg_jobs_running", "Jobs that run or wait.", pool.counts.running),
            ("kg_jobs_long", "Jobs past their first moment.", pool.long.taken),
            ("kg_jobs_waiting", "Jobs that wait for a place.", len(pool.quick.waiting) + len(pool.long.waiting)),
            ("kg_ready", "Whether queries can be answered.", int(pool.ready)),
            ("kg_workers_isolated", "Whether workers have no network.", int(pool.isolated)),
            ("process_start_time_seconds", "When the service was started.", round(self.started, 3)),
            ("process_resident_memory_bytes", "Memory of the service without its workers.", _resident()),
        ):
            yield from _head(name, "gauge", what)
            yield f"{name} {value}"
        for name, what, count in (
            ("kg_workers_started_total", "Workers started.", pool.workers_started),
            ("kg_graph_loads_total", "States of the graph that were served.", pool.counts.generations),
            ("kg_graph_failed_loads_total", "States of the graph that could not be read.", pool.counts.failed_reloads),
        ):
            yield from _head(name, "counter", what)
            yield f"{name} {count}"


def _head(name: str, kind: str, what: str) -> tuple[str, str]:
    return f"# HELP {name} {what}", f"# TYPE {name} {kind}"


def _resident() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0
