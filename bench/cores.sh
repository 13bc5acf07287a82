#!/bin/sh
# How much two cores of this machine do beside one: bench/cores.sh [DRAFTS.jsonl] [PAIRS], the test split and three pairs unless said. Reads the drafts on
# one core, then twice at once on two, each in a process of its own that shares nothing with the other. What two such processes gain is the most that two workers, threads
# or servers can: cores that are two threads of one real core, as rented ones often are, slow each other.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
drafts=${1:-}
if [ -z "$drafts" ]; then
  drafts=$work/drafts.jsonl
  cat "$here"/corpus/labelled/test/*.jsonl > "$drafts"
fi
classify() {
  taskset -c "$1" "$here/toward" classify --threads 1 --tier full --in "$drafts" --out "$work/out$1.jsonl"
}
pair=0
while [ "$pair" -lt "${2:-3}" ]; do
  pair=$((pair + 1))
  began=$(date +%s%N)
  classify 0
  alone=$(date +%s%N)
  classify 0 &
  one=$!
  classify 1 &
  wait "$one"
  wait $!
  both=$(date +%s%N)
  echo "one core $(((alone - began) / 1000000)) ms; two at once, each all of it, $(((both - alone) / 1000000)) ms: $((200 * (alone - began) / (both - alone)))% of what one does"
done
