#!/usr/bin/env python3
"""Writes the small reader as ONNX for the product: weights of seven bits, what flows between layers of eight, by scales that never change.

usage: export_small.py --weights target/small.pt --out models/small.onnx [--check] [--golden TOKENIZER.json FILE] < what train_small.py learnt from

--golden writes what PyTorch makes of some pairs, for SmallReaderTest to hold ONNX Runtime to. Scales are set once, on some thousand drafts, so that a message is read alike whatever is read beside it: sums are whole numbers, and all else
is done row by row. --check prints what that costs."""
import argparse
import json
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from export import MOST, Graph
from small import HEADS, LAYERS, WIDTH, Small, placed
from train_small import Study, measure, read
from wordpiece import WordPiece

SEEN, REACH = 3000, 99.995
PAIRS = [([], "see you at seven then"), (["I got the job!!"], "omg congratulations, so proud of you"), (["They let me go today. Nine years."], "could be worse"),
         (["where do you want to eat?", "the thai place?"], "the thai place is open till ten"), (["my cat died this morning"], "oh no, I'm so sorry. she was lovely"),
         ([], "k"), (["can you pick up milk " * 12], "sure " * 60), (["we lost the baby"], "")]


class Ranges:
    """Looks at all that will be eight bits wide, or rounds it as the product will."""

    def __init__(self):
        self.values, self.scales = {}, None

    def __call__(self, name, x):
        if self.scales is None:
            some = x.detach().flatten()
            self.values.setdefault(name, []).append(some[torch.randperm(len(some))[:20000]].numpy())
            return x
        scale, low = self.scales[name], 0 if name.startswith("down") else -128
        return (x / scale).round().clamp(low, low + 255) * scale

    def settle(self):
        self.scales = {}
        for name, parts in self.values.items():
            most = np.percentile(np.abs(np.concatenate(parts)), REACH)
            self.scales[name] = np.float32(most / (255 if name.startswith("down") else 127))


def rounded(weight):
    """(in, out) as whole numbers and a scale a column"""
    each = np.maximum(np.abs(weight).max(0), 1e-8).astype(np.float32) / MOST
    return np.clip(np.rint(weight / each), -MOST, MOST).astype(np.int8), each


class SmallGraph(Graph):
    def __init__(self, scales):
        super().__init__(True)
        self.scales = scales

    def zero(self, name):
        return self.constant(np.uint8(0 if name.startswith("down") else 128))

    def scale(self, name):
        return self.constant(np.float32(self.scales[name]))

    def eight(self, name, x):
        return self.add("QuantizeLinear", x, self.scale(name), self.zero(name))

    def gemm(self, name, x, weight, bias, to=None):
        """x is eight bits wide by the scale of `name`; comes out in float, or by the scale of `to`, cut off below zero"""
        whole, each = rounded(weight)
        bias = np.rint(bias.astype(np.float64) / (self.scales[name].astype(np.float64) * each)).astype(np.int32)
        inputs = [x, self.scale(name), self.zero(name), self.constant(whole), self.constant(each),
                  self.constant(np.zeros(len(each), np.int8)), self.constant(bias)]
        if to:
            inputs += [self.scale(to), self.zero(to)]
        return self.add("QGemm", *inputs, domain="com.microsoft")


def as_shipped(model):
    """The same with the weights that the product reads."""
    with torch.no_grad():
        each = model.word.abs().max(1, keepdim=True).values.clamp(min=1e-8) / 127
        model.word.copy_((model.word / each).round() * each)
        for layer in model.modules():
            if isinstance(layer, torch.nn.Linear):
                whole, each = rounded(layer.weight.numpy().T)
                layer.weight.copy_(torch.from_numpy((whole * each).T))
    return model


def golden(model, ranges, tokenizer, out):
    pieces = WordPiece(tokenizer)
    with open(out, "w", encoding="utf-8") as f, torch.no_grad():
        for context, text in PAIRS:
            ids, _, start, _ = pieces.pair(context, text)
            kept, places = (torch.from_numpy(np.array(a)[None]) for a in placed(np.array(ids), start))
            said = model(kept, places, torch.ones_like(kept), fake=ranges)
            heads = [round(v, 4) for n in model.shipped() for v in said[n][0].tolist()]
            f.write(json.dumps({"context": context, "text": text, "heads": heads}) + "\n")


def build(model, scales):
    g = SmallGraph(scales)
    array = lambda t: t.detach().float().numpy()
    matrix = lambda layer: (array(layer.weight).T, array(layer.bias))
    whole = lambda *n: g.constant(np.array(n, np.int64))
    shape = g.add("Shape", "ids")
    messages, pieces = (g.add("Slice", shape, whole(i), whole(i + 1)) for i in (0, 1))
    rows, threes = whole(-1, WIDTH), g.add("Concat", messages, pieces, whole(-1), axis=0)
    line = whole(-1)
    x = g.add("Add", g.lookup(array(model.word), g.add("Reshape", "ids", line)),
              g.add("Gather", g.constant(array(model.place)), g.add("Reshape", "places", line)))
    norm = lambda x, n: g.add("LayerNormalization", x, g.constant(array(n.weight)), g.constant(array(n.bias)), axis=-1, epsilon=1e-5)
    skip = lambda x, y, n: g.add("SkipLayerNormalization", x, y, g.constant(array(n.weight)), g.constant(array(n.bias)), domain="com.microsoft", epsilon=1e-5)
    x = norm(x, model.norm)
    for i, layer in enumerate(model.layers):
        offer, ask = matrix(layer["offer"]), matrix(layer["ask"])
        seen = g.eight(f"in{i}", x)
        if i < LAYERS - 1:
            made = g.gemm(f"in{i}", seen, np.concatenate([ask[0], offer[0]], 1), np.concatenate([ask[1], offer[1]]))
            q, k, v = g.add("Split", g.add("Reshape", made, threes), whole(WIDTH, WIDTH, WIDTH), outputs=3, axis=-1)
        else:
            k, v = g.add("Split", g.add("Reshape", g.gemm(f"in{i}", seen, *offer), threes), whole(WIDTH, WIDTH), outputs=2, axis=-1)
            x = g.add("Gather", g.add("Reshape", x, threes), g.constant(np.int64(0)), axis=1)
            q = g.add("Reshape", g.gemm(f"in{i}", g.eight(f"in{i}", x), *ask), g.add("Concat", messages, whole(1, WIDTH), axis=0))
        mixed = g.add("Reshape", g.add("MultiHeadAttention", q, k, v, domain="com.microsoft", num_heads=HEADS), rows)
        x = skip(x, g.gemm(f"mixed{i}", g.eight(f"mixed{i}", mixed), *matrix(layer["out"])), layer["norm"])
        inner = g.gemm(f"up{i}", g.eight(f"up{i}", x), *matrix(layer["up"]), to=f"down{i}")
        x = skip(x, g.gemm(f"down{i}", inner, *matrix(layer["down"])), layer["last"])
    heads = [matrix(model.heads[name]) for name in model.shipped()]
    made = g.gemm("heads", g.eight("heads", x), np.concatenate([h[0] for h in heads], 1), np.concatenate([h[1] for h in heads]))
    g.nodes.append(helper.make_node("Identity", [made], ["heads"]))
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT32, ["messages", "pieces"]) for n in ("ids", "places")]
    output = helper.make_tensor_value_info("heads", TensorProto.FLOAT, ["messages", sum(model.heads[n].out_features for n in model.shipped())])
    made = helper.make_model(helper.make_graph(g.nodes, "small", inputs, [output], g.constants),
                             opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)])
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--weights", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--golden", nargs=2)
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    study = Study(sys.stdin.buffer.read())
    weights = torch.load(a.weights, map_location="cpu")["model"]
    model = Small(weights["word"].numpy(), fits="heads.fits.weight" in weights)
    model.load_state_dict(weights)
    ranges = Ranges()
    learn = np.flatnonzero(study.part == 0)
    read(model, study, learn[:: len(learn) // SEEN], fake=ranges)
    ranges.settle()
    onnx.save(build(model.eval(), ranges.scales), a.out)
    if a.check:
        print(measure(model, study))
    as_shipped(model)
    if a.check:
        print(measure(model, study, fake=ranges))
    if a.golden:
        golden(model, ranges, *a.golden)


if __name__ == "__main__":
    main()
