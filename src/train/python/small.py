"""The small reader in PyTorch: a transformer of three layers, of which the last looks from one place only, and what it is fed.

It reads [CLS] bid [SEP] reply [SEP] in the reader's word pieces, fewer of them. A place is counted from the end of the bid and from
the start of the reply, so that where the reply begins is always the same place. dev.toward.encode.SmallPieces places the same way."""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from taxonomy import BIDS, GESTURES, LABELS, TACTICS

WIDTH, HEADS, INNER, LAYERS = 192, 3, 384, 3
CONTEXT, REPLY = 32, 48
PLACES = 1 + CONTEXT + 1 + REPLY + 1
# labels; whether everything would surely say neutral, surely validating; bids; gestures; tactics, which only teach
OUTPUTS = {"labels": len(LABELS), "sure": 2, "bids": len(BIDS), "gestures": len(GESTURES), "tactics": len(TACTICS)}
SHIPPED = ("labels", "sure", "bids", "gestures")


def placed(ids, start):
    """Word pieces of a whole pair, and where its reply begins -> those that are read here, and their places."""
    before, after = ids[1:start - 1][-CONTEXT:], ids[start:-1][:REPLY]
    kept = np.concatenate([ids[:1], before, ids[start - 1:start], after, ids[-1:]])
    at = 1 + CONTEXT
    places = np.concatenate([[0], np.arange(at - len(before), at), [at], np.arange(at + 1, at + 1 + len(after)), [at + 1 + len(after)]])
    return kept, places


class Small(nn.Module):
    def __init__(self, words, dropout=.1, fits=False):
        """words: (vocabulary, WIDTH), where word vectors start; fits: whether it also says how well a reply answers"""
        super().__init__()
        self.dropout = dropout
        self.word = nn.Parameter(torch.tensor(words))
        self.place = nn.Parameter(torch.randn(PLACES, WIDTH) * .1)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList()
        for _ in range(LAYERS):
            self.layers.append(nn.ModuleDict({
                "offer": nn.Linear(WIDTH, 2 * WIDTH), "ask": nn.Linear(WIDTH, WIDTH), "out": nn.Linear(WIDTH, WIDTH),
                "norm": nn.LayerNorm(WIDTH), "up": nn.Linear(WIDTH, INNER), "down": nn.Linear(INNER, WIDTH), "last": nn.LayerNorm(WIDTH)}))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in OUTPUTS.items()})
        if fits:
            self.heads["fits"] = nn.Linear(WIDTH, 1)

    def shipped(self):
        """The heads that the product reads, in order."""
        return [*SHIPPED, *(["fits"] if "fits" in self.heads else [])]

    def forward(self, ids, places, mask, fake=lambda name, x: x):
        """(batch, length) three times -> logits by head; fake sees and may change all that will be eight bits wide"""
        low = torch.bfloat16 if self.training else torch.float32

        def dense(layer, x):
            return F.linear(x.to(low), layer.weight.to(low), layer.bias.to(low)).float()

        def drop(x):
            return F.dropout(x, self.dropout, self.training)

        x = drop(self.norm(self.word[ids] + self.place[places]))
        hide = (1 - mask[:, None, None].float()) * -1e9
        b, n, _ = x.shape
        for i, layer in enumerate(self.layers):
            seen = fake(f"in{i}", x)
            k, v = (t.view(b, n, HEADS, -1).transpose(1, 2) for t in dense(layer["offer"], seen).chunk(2, -1))
            if i == LAYERS - 1:
                x, seen = x[:, :1], seen[:, :1]
            q = dense(layer["ask"], seen).view(b, -1, HEADS, WIDTH // HEADS).transpose(1, 2)
            mixed = torch.softmax((q.to(low) @ k.to(low).transpose(-1, -2)).float() / (WIDTH // HEADS) ** .5 + hide, -1).to(low) @ v.to(low)
            mixed = mixed.float().transpose(1, 2).reshape(b, -1, WIDTH)
            x = layer["norm"](x + drop(dense(layer["out"], fake(f"mixed{i}", mixed))))
            inner = F.relu(dense(layer["up"], fake(f"up{i}", x)))
            x = layer["last"](x + drop(dense(layer["down"], fake(f"down{i}", inner))))
        first = fake("heads", x[:, 0])
        return {name: head(first) for name, head in self.heads.items()}
