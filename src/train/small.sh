#!/bin/sh
# Teaches the small reader anew, which stands between the student and the reader: writes models/small.onnx and models/small.json. The reader reads some
# 140,000 drafts first, once; then it needs an hour of one core. Needs Python 3 with PyTorch and onnx, as reader.sh does.
#
#   src/train/small.sh [--with-real DIR] [--passes N] [--seed N] [--resume]
#
# To be run after reader.sh and './toward train --fast', for it learns what the reader says and its bars reckon with the student.
set -eu
start=$PWD
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
"$python" -c 'import torch, onnx' 2>/dev/null || {
    echo "small.sh: $python has no PyTorch or no onnx; install Debian's python3-torch and python3-onnx, or name another in PYTHON" >&2
    exit 2
}
real=
if [ "${1:-}" = --with-real ]; then
    case $2 in /*) real=$2 ;; *) real=$start/$2 ;; esac
    shift 2
fi
# drafts go from hand to hand and are not kept: real comments are among them
study() {
    if [ -n "$real" ]; then ./toward train --study --with-real "$real"; else ./toward train --study; fi
}
study | "$python" src/train/python/train_small.py --reader models/reader.onnx --out target/small.pt --passes 4 "$@"
study | "$python" src/train/python/export_small.py --weights target/small.pt --out models/small.onnx \
    --golden models/all-minilm-l6-v2-q-tokenizer.json src/test/resources/golden/small.jsonl
if [ -n "$real" ]; then ./toward train --small --with-real "$real"; else ./toward train --small; fi
