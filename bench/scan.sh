#!/bin/sh
# How fast a scan is: bench/scan.sh [MESSAGES] [OPTION…], 100,000 unless said; options as for ./toward scan, as --tier fast. Makes a WhatsApp export (twenty
# chats, made up; dev.toward.train.MadeUpExport says of what), scans it, everything written, and prints messages a second, the start of the program included, and
# the most memory it held. SHARES=3000 in the environment says afterwards who answered how many of so many messages, and how often the full reading
# differs. AWAY=6 says how many exchanges in a hundred turn away.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
messages=${1:-100000}
[ $# -eq 0 ] || shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$here"
classes="$here/target/classes:$here/target/test-classes:$here/target/lib/*"
java=$("$here/bench/jdk")
"$java" -cp "$classes" dev.toward.train.MadeUpExport "$messages" "$work/chats" "${AWAY:-6}"
began=$(date +%s%N)
"$here/toward" scan "$work/chats" --out "$work/report" "$@" > "$work/files" &
scan=$!
most=0
while kill -0 "$scan" 2>/dev/null; do
    now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$scan/status" 2>/dev/null || echo 0)
    [ "${now:-0}" -le "$most" ] || most=$now
    sleep 0.2
done
wait "$scan"
ended=$(date +%s%N)
echo "$messages messages in $(((ended - began) / 1000000)) ms: $((messages * 1000000000 / (ended - began))) a second; at most $((most / 1024)) MB"
echo "answered by student or small reader: $(grep -c '"tier":"fast"' "$work/report/messages.jsonl"), by the large reader: $(grep -c '"tier":"full"' "$work/report/messages.jsonl" || true)"
if [ -n "${SHARES:-}" ]; then
    "$java" --enable-native-access=ALL-UNNAMED -Xss16m "-Donnxruntime.native.path=$here/target/native/ai/onnxruntime/native/linux-x64" \
        -cp "$classes" dev.toward.CascadeMeasurement "$SHARES" "$work/chats"
fi
