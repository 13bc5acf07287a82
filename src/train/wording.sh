#!/bin/sh
# Teaches the reader of wordings anew: writes models/wording.onnx and models/wording.json. To be run after small.sh, whose weights it starts from
# (target/small.pt), and after the phrases have changed much. The reader reads some 60,000 wordings first; then it needs half an hour of one core.
# Needs Python 3 with PyTorch and onnx, as reader.sh does.
#
#   src/train/wording.sh [--passes N] [--seed N] [--resume]
set -eu
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
"$python" -c 'import torch, onnx' 2>/dev/null || {
    echo "wording.sh: $python has no PyTorch or no onnx; install Debian's python3-torch and python3-onnx, or name another in PYTHON" >&2
    exit 2
}
[ -f target/small.pt ] || { echo "wording.sh: no target/small.pt to start from; run src/train/small.sh first" >&2; exit 2; }
mkdir -p target
./toward train --study --wordings > target/wordings.study
"$python" src/train/python/train_small.py --reader models/reader.onnx --from target/small.pt --out target/wording.pt --passes 4 \
    --fits corpus --tokenizer models/all-minilm-l6-v2-q-tokenizer.json "$@" < target/wordings.study
"$python" src/train/python/export_small.py --weights target/wording.pt --out models/wording.onnx < target/wordings.study
./toward train --small --wordings
