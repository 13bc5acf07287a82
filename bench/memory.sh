#!/bin/sh
# How soon the server is ready, and how much memory it holds under load: bench/memory.sh [SECONDS [CONNECTIONS]], 60 and 64 unless said; once as usual and
# once with TOWARD_PROFILE=small. Resident memory as Linux counts it, mapped files among it: RssAnon is what the server has for itself. Of five starts the
# median counts; LOADS=0 in the environment leaves the load out.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
java=$("$here/bench/jdk")
work=$(mktemp -d)
pid=
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
start() {
    : > "$work/out"
    began=$(date +%s%N)
    "$here/toward" serve --port 17970 > "$work/out" &
    pid=$!
    until grep -q listening "$work/out"; do kill -0 "$pid"; sleep 0.01; done
    echo $((($(date +%s%N) - began) / 1000000)) >> "$work/starts"
}
stop() {
    kill "$pid"
    wait "$pid" || true
}
for profile in usual small; do
    unset TOWARD_PROFILE
    [ "$profile" = usual ] || export TOWARD_PROFILE=small
    : > "$work/starts"
    for n in 1 2 3 4; do start; stop; done
    start
    echo "$profile: ready after $(sort -n "$work/starts" | sed -n 3p) ms ($(sort -n "$work/starts" | tr '\n' ' ')), then $(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status") kB"
    [ "${LOADS:-1}" = 0 ] || PID=$pid "$java" bench/Load.java 17970 closed "${2:-64}" "${1:-60}"
    grep -E 'VmHWM|RssAnon|RssFile' "/proc/$pid/status"
    stop
    pid=
done
