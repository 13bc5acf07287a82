#!/usr/bin/env python3
"""Writes the trained reader as ONNX for the product: int8 weights, float32 sums, no padding, one pair a run.

usage: export.py --onnx M.onnx --weights reader.pt --out models/reader.onnx [--float]

Weights are rounded to seven bits a column, so that no processor's eight-bit product can overflow and every machine gives the
same answer. --float writes them unrounded, to measure what that costs."""
import argparse

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from bert import HEADS, OUTPUTS, WIDTH, Reader
from wordpiece import CONTEXT_PIECES, REPLY_PIECES

MOST = 63


class Graph:
    def __init__(self, rounded):
        self.nodes, self.constants, self.rounded, self.count = [], [], rounded, 0

    def constant(self, array, name=None):
        self.count += 1
        name = name or f"c{self.count}"
        self.constants.append(numpy_helper.from_array(np.array(array, order="C"), name))
        return name

    def add(self, op, *inputs, outputs=1, **attributes):
        self.count += 1
        names = [f"{op}{self.count}" + (f"_{i}" if i else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def quantised(self, x):
        return self.add("DynamicQuantizeLinear", x, outputs=3) if self.rounded else x

    def dense(self, x, weight, bias):
        """x comes from quantised(); weight (in, out)"""
        if not self.rounded:
            return self.add("Add", self.add("MatMul", x, self.constant(weight)), self.constant(bias))
        data, scale, zero = x
        each = np.maximum(np.abs(weight).max(0), 1e-8).astype(np.float32) / MOST
        whole = self.constant(np.clip(np.rint(weight / each), -MOST, MOST).astype(np.int8))
        made = self.add("MatMulInteger", data, whole, zero, self.constant(np.int8(0)))
        made = self.add("Mul", self.add("Cast", made, to=TensorProto.FLOAT), self.add("Mul", scale, self.constant(each)))
        return self.add("Add", made, self.constant(bias))

    def norm(self, x, weight, bias):
        return self.add("LayerNormalization", x, self.constant(weight), self.constant(bias), axis=-1, epsilon=1e-12)

    def skip_norm(self, x, y, weight, bias):
        return self.add("SkipLayerNormalization", x, y, self.constant(weight), self.constant(bias), domain="com.microsoft", epsilon=1e-12)

    def lookup(self, table, ids):
        if not self.rounded:
            return self.add("Gather", self.constant(table), ids)
        each = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8).astype(np.float32) / 127
        whole = self.constant(np.clip(np.rint(table / each), -127, 127).astype(np.int8))
        return self.add("Mul", self.add("Cast", self.add("Gather", whole, ids), to=TensorProto.FLOAT), self.add("Gather", self.constant(each), ids))


def build(model, rounded):
    g = Graph(rounded)
    w = [p.detach().float().numpy() for p in model.weights]
    array = lambda t: t.detach().float().numpy()
    places = array(model.position)[: CONTEXT_PIECES + REPLY_PIECES + 3]
    length = g.add("Gather", g.add("Shape", "ids"), g.constant(np.int64(1)))
    at = g.add("Slice", g.constant(places), g.constant(np.array([0], np.int64)), g.add("Unsqueeze", length, g.constant(np.array([0], np.int64))))
    x = g.add("Add", g.add("Add", g.lookup(array(model.word), "ids"), g.add("Gather", g.constant(array(model.token_type)), "segments")), at)
    x = g.norm(x, array(model.norm[0]), array(model.norm[1]))
    split = g.constant(np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
    whole = g.constant(np.array([0, 0, WIDTH], np.int64))
    root, half, one, two = (g.constant(np.float32(v)) for v in (1 / (WIDTH // HEADS) ** .5, .5, 1., 2 ** .5))
    for i in range(model.layers):
        m = w[16 * i:16 * (i + 1)]
        q = g.quantised(x)
        joined = g.dense(q, np.concatenate([m[0], m[2], m[4]], 1), np.concatenate([m[1], m[3], m[5]]))
        parts = g.add("Split", joined, g.constant(np.array([WIDTH] * 3, np.int64)), outputs=3, axis=-1)
        seen = g.add("MultiHeadAttention", *parts, domain="com.microsoft", num_heads=HEADS)
        x = g.skip_norm(x, g.dense(g.quantised(seen), m[6], m[7]), m[12], m[13])
        inner = g.dense(g.quantised(x), m[8], m[9])
        inner = g.add("Mul", g.add("Mul", inner, g.add("Add", g.add("Erf", g.add("Div", inner, two)), one)), half)
        x = g.skip_norm(x, g.dense(g.quantised(inner), m[10], m[11]), m[14], m[15])
    # the heads are small: they stay float32
    g.rounded = False
    first = g.add("Gather", x, g.constant(np.int64(0)), axis=1)
    first = g.add("Tanh", g.dense(first, array(model.pool.weight).T, array(model.pool.bias)))
    outputs = []
    for name, size in OUTPUTS.items():
        head = model.heads[name]
        made = g.dense(x if name == "tags" else first, array(head.weight).T, array(head.bias))
        g.nodes.append(helper.make_node("Identity", [made], [name]))
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "pieces", size] if name == "tags" else [1, size]))
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, [1, "pieces"]) for n in ("ids", "segments")]
    made = helper.make_model(helper.make_graph(g.nodes, "reader", inputs, outputs, g.constants), opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)])
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--onnx", "--weights", "--out"):
        ap.add_argument(name, required=True)
    ap.add_argument("--float", action="store_true")
    a = ap.parse_args()
    model = Reader(a.onnx)
    model.load_state_dict(torch.load(a.weights, map_location="cpu")["model"])
    onnx.save(build(model.eval(), not a.float), a.out)


if __name__ == "__main__":
    main()
