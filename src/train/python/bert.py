"""A small BERT in PyTorch whose weights come from an ONNX file, with the reader's five heads on top.

MiniLM-L6 has 6 layers, bge-small-en-v1.5 12; both 384 wide, 12 heads, 30,522 word pieces. Products run in bfloat16, which
processors with AMX or AVX512-BF16 do tens of times faster than float32; weights, sums and the optimiser stay float32."""
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

from taxonomy import BIDS, GESTURES, LABELS, TACTICS

WIDTH, HEADS = 384, 12
MATRICES = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
            "intermediate.dense", "output.dense")
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
OUTPUTS = {"labels": len(LABELS), "tactics": len(TACTICS), "gestures": len(GESTURES), "bids": len(BIDS),
           "tags": len(TACTICS) + 1}


class Reader(nn.Module):
    def __init__(self, onnx_file, dropout=0.1):
        super().__init__()
        graph = onnx.load(onnx_file).graph
        named = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        # the dense weights have no names: they stand in graph order, six to a layer
        dense = [named[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in named]
        self.layers, self.dropout = len(dense) // 6, dropout
        for part in ("word", "position", "token_type"):
            setattr(self, part, nn.Parameter(named[f"embeddings.{part}_embeddings.weight"]))
        self.norm = nn.ParameterList([nn.Parameter(named["embeddings.LayerNorm.weight"]), nn.Parameter(named["embeddings.LayerNorm.bias"])])
        self.weights = nn.ParameterList()
        for i in range(self.layers):
            at = f"encoder.layer.{i}."
            for j, name in enumerate(MATRICES):
                self.weights.append(nn.Parameter(dense[6 * i + j]))
                self.weights.append(nn.Parameter(named[at + name + ".bias"]))
            for name in NORMS:
                self.weights.append(nn.Parameter(named[at + name + ".weight"]))
                self.weights.append(nn.Parameter(named[at + name + ".bias"]))
        self.pool = nn.Linear(WIDTH, WIDTH)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in OUTPUTS.items()})

    def encode(self, ids, mask, segments):
        def drop(t):
            return F.dropout(t, self.dropout, self.training)

        x = F.layer_norm(self.word[ids] + self.position[: ids.shape[1]] + self.token_type[segments], (WIDTH,), *self.norm, 1e-12)
        hide = (1 - mask[:, None, None].float()) * -1e9
        b, n, _ = x.shape
        for i in range(self.layers):
            w = self.weights[16 * i: 16 * (i + 1)]
            low = x.bfloat16()
            q, k, v = ((low @ w[j].bfloat16() + w[j + 1].bfloat16()).view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for j in (0, 2, 4))
            # no dropout here: its dice would cost a fifth of the time
            seen = torch.softmax((q @ k.transpose(-1, -2)).float() / (WIDTH // HEADS) ** 0.5 + hide, -1).bfloat16() @ v
            seen = seen.transpose(1, 2).reshape(b, n, WIDTH) @ w[6].bfloat16() + w[7].bfloat16()
            x = F.layer_norm(x + drop(seen.float()), (WIDTH,), w[12], w[13], 1e-12)
            inner = F.gelu(x.bfloat16() @ w[8].bfloat16() + w[9].bfloat16())
            x = F.layer_norm(x + drop((inner @ w[10].bfloat16() + w[11].bfloat16()).float()), (WIDTH,), w[14], w[15], 1e-12)
        return x

    def forward(self, ids, mask, segments):
        """(batch, length) int64 three times -> logits by head; `tags` per word piece, the rest per pair"""
        x = self.encode(ids, mask, segments)
        first = torch.tanh(self.pool(x[:, 0]))
        first = F.dropout(first, self.dropout, self.training)
        return {name: head(x if name == "tags" else first) for name, head in self.heads.items()}


def batch(pairs):
    """[(ids, segments)] -> ids, mask, segments, padded to the longest"""
    longest = max(len(ids) for ids, _ in pairs)
    out = torch.zeros(3, len(pairs), longest, dtype=torch.long)
    for row, (ids, segments) in enumerate(pairs):
        out[0, row, : len(ids)] = torch.tensor(ids)
        out[1, row, : len(ids)] = 1
        out[2, row, : len(ids)] = torch.tensor(segments)
    return out
