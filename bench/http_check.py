#!/usr/bin/env python3
"""Times POST /v1/check over one connection: median, 95th and 99th percentile in milliseconds.

usage: bench/http_check.py PORT DRAFTS.jsonl…      (start `./toward serve --port PORT` first; drafts are {"text", "context"} a line)"""
import http.client
import json
import statistics
import sys
import time


def ask(connection, draft, suggest):
    body = json.dumps({"text": draft["text"], "context": draft["context"], "suggest": suggest})
    began = time.perf_counter()
    connection.request("POST", "/v1/check", body, {"Content-Type": "application/json"})
    answer = json.loads(connection.getresponse().read())
    return (time.perf_counter() - began) * 1e3, answer


def show(name, times):
    times.sort()
    at = [times[min(len(times) - 1, int(share * len(times)))] for share in (.95, .99)]
    print(f"{name}: n {len(times)} median {statistics.median(times):.1f} p95 {at[0]:.1f} p99 {at[1]:.1f} ms")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
    drafts = [json.loads(line) for path in sys.argv[2:] for line in open(path, encoding="utf-8") if line.strip()]
    for draft in drafts[:300]:
        ask(connection, draft, 3)
    for suggest in (0, 3):
        asked = [ask(connection, draft, suggest) for draft in drafts]
        show(f"suggest {suggest}", [t for t, _ in asked])
        if suggest:
            show("of those, with wordings", [t for t, a in asked if a["suggestions"]])


main()
