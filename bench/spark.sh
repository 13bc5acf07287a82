#!/bin/sh
# Two workers of one core against one: bench/spark.sh [DRAFTS.jsonl] [PAIRS], five pairs unless said, each pair in turn on one
# master. Needs target/toward-spark.jar and target/spark/jars (docs/spark.md). Prints the seconds from the plan to the end,
# without Spark's own start.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
drafts=${1:-}
pairs=${2:-5}
if [ -z "$drafts" ]; then
  drafts=$work/drafts.jsonl
  cat "$here"/corpus/labelled/test/*.jsonl > "$drafts"
fi
export SPARK_LOCAL_IP=127.0.0.1 SPARK_HOME="$here/target/spark" SPARK_SCALA_VERSION=2.13
# A core of its own for each worker, where that can be asked for: a worker of one core would else use what is idle.
pin=
# replaces the shell that it runs in, so that a kill reaches it
spark() {
  # shellcheck disable=SC2086
  exec $pin "$("$here/bench/jdk")" -Xmx1g -Xss16m "@$here/src/spark/java.options" -cp "$here/target/spark/jars/*" "$@"
}
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
spark org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17177 --webui-port 0 > "$work/master.log" 2>&1 &
pids="$pids $!"
for w in 1 2; do
  ! command -v taskset > /dev/null || pin="taskset -c $((w - 1))"
  spark org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g --webui-port 0 --work-dir "$work/w$w" \
    spark://127.0.0.1:17177 > "$work/w$w.log" 2>&1 &
  pids="$pids $!"
done
pin=
sleep 15
pair=0
while [ "$pair" -lt "$pairs" ]; do
  pair=$((pair + 1))
  for workers in 1 2; do
    (spark org.apache.spark.deploy.SparkSubmit --master spark://127.0.0.1:17177 --conf spark.cores.max=$workers \
      --conf spark.executor.cores=1 --conf spark.executor.memory=1500m --conf spark.ui.enabled=false \
      --conf "spark.executor.extraJavaOptions=-Xss16m --enable-native-access=ALL-UNNAMED" \
      --class dev.toward.spark.VerdictJob "$here/target/toward-spark.jar" \
      drafts --in "$drafts" --out "$work/out-$pair-$workers" --models "$here/models" --rows 100 > "$work/job.log" 2>&1)
    out=$work/out-$pair-$workers
    echo "pair $pair, $workers worker(s): $(echo "$(stat -c %.Y "$out/_SUCCESS") - $(stat -c %.Y "$out/_plan.json")" | bc) s"
  done
done
