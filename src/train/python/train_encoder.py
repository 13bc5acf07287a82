#!/usr/bin/env python3
"""Fine-tunes the reader as a cross-encoder over (bid, reply) and writes its weights; export.py makes the ONNX file.

usage: train_encoder.py --onnx M.onnx --tokenizer T.json --corpus corpus --out reader.pt [--with-real DIR] [--passes N]
       [--seed N] [--teacher OTHER.pt]... [--resume]

Learns from corpus/labelled/train; corpus/labelled/dev only chooses which pass is kept. --with-real adds public comments
(models/README.md says which and where they come from); without it the reader flags far more of ordinary talk. Saves after
each pass, --resume goes on from there. --teacher names weights that were trained before with another seed: what they say of the same
examples, on the mean, is learnt beside the labels (Hinton, Vinyals and Dean 2015; Furlanello et al. 2018)."""
import argparse
import os
import random
import time

import torch
import torch.nn.functional as F

import data
from bert import Reader, batch
from noise import noisy
from taxonomy import BIDS, GESTURES, LABELS, TACTICS
from wordpiece import WordPiece

BATCH, HEAD_RATE, WARM = 32, 8e-4, .08
# What a mistaken bid weighs beside a mistaken label, and how much of a target comes from the teachers where there are any.
BID, TEACHER_SHARE = 1., .4
# Tactics that only a context shows; the others are heard without one too, so some of their drafts are read alone.
IN_CONTEXT = {TACTICS.index(t) for t in ("topic-change", "token-reply", "joy-shrink", "self-shift", "unasked-fix", "interrogation")}


def arguments():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--onnx", "--tokenizer", "--corpus", "--out"):
        ap.add_argument(name, required=True)
    ap.add_argument("--with-real")
    ap.add_argument("--passes", type=int, default=5)
    ap.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder (default %(default)s)")
    ap.add_argument("--real-share", type=float, default=.45, help="part of the real text read in each pass (default %(default)s)")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--teacher", action="append", default=[], help="weights trained before to learn from as well; may be repeated")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--resume", action="store_true")
    return ap.parse_args()


# An ordinary answer to something else, said to news that was felt, changes the subject (taxonomy, rule 13). Such pairs are made from
# the neutral drafts and the bids of others, so that the reader learns to look at whether a reply belongs to its bid.
STRAY, STRAY_LABELS, STRAY_TACTIC = .10, [.03, .78, .03, .16], TACTICS.index("topic-change")


def felt(e):
    return e["row"]["bid"] in ("distress", "good-news") and e["context"] and "?" not in " ".join(e["context"])


def ordinary(e):
    return (e["row"] is not None and e["row"]["label"] == "neutral" and not e["row"]["alt"] and len(e["text"].split()) > 3
            and e["row"]["bid"] in ("question", "help", "share", "none"))


class Maker:
    """Turns an example into pieces and targets; with dice, a noisy view of it."""

    def __init__(self, pieces, dice, plain_contexts, felt_bids=()):
        self.pieces, self.dice, self.plain_contexts, self.felt_bids = pieces, dice, plain_contexts, felt_bids

    def __call__(self, e, augment):
        text, context, origin, dice = e["text"], e["context"], None, self.dice
        labels, weight, bid = e["labels"], e["weight"], e.get("taught bid") or bid_target(e["bid"])
        only_bid, tactics, spans, each_tactic = False, e["tactics"], e["spans"], e.get("taught tactics")
        if augment and self.felt_bids and ordinary(e) and dice.random() < STRAY:
            context, other = dice.choice(self.felt_bids)
            bid, labels, tactics, each_tactic = bid_target(other), STRAY_LABELS, {STRAY_TACTIC}, None
            spans = [(0, len(text), STRAY_TACTIC)]
        if augment:
            if dice.random() < .6:
                text, origin = noisy(text, dice)
            context = [noisy(u, dice)[0] if dice.random() < .4 else u for u in context]
            if e["row"] is None and labels[3] > .8 and dice.random() < .35:
                context = [dice.choice(self.plain_contexts)]
            elif context and tactics and not tactics & IN_CONTEXT and len(text.split()) > 4 and dice.random() < .1:
                context, bid = [], None
            elif context and bid is not None and dice.random() < .06:
                text, origin, only_bid, weight = "", None, True, 0.0
        ids, segments, first, after = self.pieces.pair(context, text)
        tags = [-100] * len(ids)
        if e["row"] is not None and not only_bid:
            for k, (_, a, b) in enumerate(after):
                a, b = (a, b) if origin is None else (origin[a], origin[b])
                tags[first + k] = next((1 + t for s, z, t in spans if a >= s and b < z), 0)
        known = e["row"] is not None and not only_bid
        if known and each_tactic is None:
            each_tactic = [float(i in tactics) for i in range(len(TACTICS))]
        return {"ids": ids, "segments": segments, "labels": labels, "weight": weight, "tags": tags, "bid": bid or [0.] * len(BIDS),
                "tactics": each_tactic if known else [-1.] * len(TACTICS),
                "gestures": [float(i in e["gestures"]) if known else -1. for i in range(len(GESTURES))]}


def bid_target(bid):
    """What the bid head should say, a little less than sure; None where no bid is known."""
    return None if bid is None else [.95 * (i == bid) + .05 / len(BIDS) for i in range(len(BIDS))]


def learn_from(teachers, examples, make, pieces):
    """Mixes into the targets of each example what the teachers say of it as it stands, without noise."""
    maker, said = Maker(pieces, random.Random(0), [""]), None
    for path in teachers:
        model = make()
        model.load_state_dict(torch.load(path)["model"])
        seen = read(model, maker, examples)
        part = [(torch.softmax(o["labels"], -1), torch.softmax(o["bids"], -1), torch.sigmoid(o["tactics"])) for o in seen]
        said = part if said is None else [tuple(a + b for a, b in zip(x, y)) for x, y in zip(said, part)]
        print(f"heard {path}", flush=True)
    for e, heard in zip(examples, said or []):
        labels, bid, tactics = [(h / len(teachers)).tolist() for h in heard]

        def mixed(own, other):
            return [(1 - TEACHER_SHARE) * a + TEACHER_SHARE * b for a, b in zip(own, other)]

        e["labels"] = mixed(e["labels"], labels)
        if e["bid"] is not None:
            e["taught bid"] = mixed(bid_target(e["bid"]), bid)
        if e["row"] is not None:
            e["taught tactics"] = mixed([float(i in e["tactics"]) for i in range(len(TACTICS))], tactics)


def losses(out, made, tactic_weight, gesture_weight):
    labels = torch.tensor([m["labels"] for m in made])
    weight = torch.tensor([m["weight"] for m in made])
    label = -((labels * F.log_softmax(out["labels"], -1)).sum(-1) * weight).mean()
    total = label
    for name, scale, up in (("tactics", 8., tactic_weight), ("gestures", 5., gesture_weight)):
        target = torch.tensor([m[name] for m in made])
        seen = (target >= 0).float()
        each = F.binary_cross_entropy_with_logits(out[name], target.clamp(min=0), pos_weight=up, reduction="none") * seen
        total = total + scale * each.sum() / max(1., seen.sum().item())
    bids = torch.tensor([m["bid"] for m in made])
    known = (bids.sum(-1) > 0).float()
    total = total - BID * ((bids * F.log_softmax(out["bids"], -1)).sum(-1) * known).sum() / known.sum().clamp(min=1.)
    longest = out["tags"].shape[1]
    tags = torch.tensor([m["tags"] + [-100] * (longest - len(m["tags"])) for m in made])
    if (tags >= 0).any():
        total = total + .4 * F.cross_entropy(out["tags"].flatten(0, 1), tags.flatten(), ignore_index=-100)
    return total, label.item()


@torch.no_grad()
def read(model, maker, examples):
    model.eval()
    out = {}
    order = sorted(range(len(examples)), key=lambda i: len(examples[i]["text"]))
    for i in range(0, len(order), 64):
        part = order[i:i + 64]
        made = [maker(examples[j], False) for j in part]
        logits = model(*batch([(m["ids"], m["segments"]) for m in made]))
        for k, j in enumerate(part):
            out[j] = {n: v[k].float() for n, v in logits.items() if n != "tags"}
    model.train()
    return [out[i] for i in range(len(examples))]


def macro_f1(examples, predicted):
    scores = []
    for c in LABELS:
        gold = [p if p in (e["row"]["label"], e["row"]["alt"]) else e["row"]["label"] for e, p in zip(examples, predicted)]
        hit = sum(g == c == p for g, p in zip(gold, predicted))
        wrong = sum(p == c != g for g, p in zip(gold, predicted))
        missed = sum(g == c != p for g, p in zip(gold, predicted))
        scores.append(2 * hit / max(1, 2 * hit + wrong + missed))
    return sum(scores) / 4, scores


def measure(model, maker, dev, held):
    seen = read(model, maker, dev)
    f1, each = macro_f1(dev, [LABELS[o["labels"].argmax()] for o in seen])
    bids = [(o["bids"].argmax().item(), e["bid"]) for o, e in zip(seen, dev) if e["bid"] is not None]
    hit = wrong = missed = 0
    for o, e in zip(seen, dev):
        p = {i for i, v in enumerate(o["tactics"].tolist()) if v > 0}
        hit, wrong, missed = hit + len(p & e["tactics"]), wrong + len(p - e["tactics"]), missed + len(e["tactics"] - p)
    plain = [e for e in held if e["labels"][3] >= .9]
    flags = [torch.softmax(o["labels"], -1)[1:3].sum().item() for o in read(model, maker, plain)] if plain else [0.]
    return f1, (f"dev macro-F1 {f1:.3f} ({' '.join(f'{s:.2f}' for s in each)}) bids {sum(a == b for a, b in bids) / len(bids):.3f} "
                f"tactics micro-F1 {2 * hit / max(1, 2 * hit + wrong + missed):.3f} held-out plain text over half: {sum(f > .5 for f in flags) / len(flags):.3f}")


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    dice = random.Random(a.seed)
    pieces, model = WordPiece(a.tokenizer), Reader(a.onnx).train()
    train, dev, held = data.corpus(a.corpus, "train"), data.corpus(a.corpus, "dev"), []
    more = []
    if a.with_real:
        more, held = data.real(a.with_real, a.corpus)
    size = len(train) + int(len(more) * a.real_share)
    maker = Maker(pieces, dice, [e["text"] for e in train + more if e["labels"][3] > .9 and len(e["text"]) < 200],
                  [(e["context"], e["bid"]) for e in train if felt(e)])
    if a.teacher:
        learn_from(a.teacher, train + more, lambda: Reader(a.onnx), pieces)
    known = train

    def up(name, size):
        count = [1 + sum(i in e[name] for e in known) for i in range(size)]
        return torch.tensor([min(6., (len(known) / c) ** .33) for c in count])

    tactic_weight, gesture_weight = up("tactics", len(TACTICS)), up("gestures", len(GESTURES))
    heads = list(model.heads.parameters()) + list(model.pool.parameters())
    ids = {id(p) for p in heads}
    # the word vectors stay: they are a third of the weights, and few drafts say anything about most words
    model.word.requires_grad_(False)
    groups = [([p for p in model.parameters() if p.requires_grad and id(p) not in ids], a.rate), (heads, HEAD_RATE)]
    optimiser = torch.optim.AdamW([{"params": g, "lr": r} for g, r in groups], weight_decay=.01, betas=(.9, .98), foreach=True)
    steps, first, best = a.passes * (size // BATCH + 1), 0, 0.
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    if a.resume and os.path.exists(a.out + ".last"):
        kept = torch.load(a.out + ".last")
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        first, best, average = kept["pass"], kept["best"], kept["average"]
        dice.setstate(kept["dice"])
        torch.set_rng_state(kept["torch"])
    print(f"{size} examples a pass, {len(dev)} dev, {len(held)} held out of real text, {steps} steps", flush=True)
    step, began = first * (size // BATCH + 1), time.time()
    for epoch in range(first, a.passes):
        made = [maker(e, True) for e in train + dice.sample(more, size - len(train))]
        dice.shuffle(made)
        made = [m for i in range(0, len(made), 1024) for m in sorted(made[i:i + 1024], key=lambda m: len(m["ids"]))]
        batches = [made[i:i + BATCH] for i in range(0, len(made), BATCH)]
        dice.shuffle(batches)
        total = 0.
        for b in batches:
            rate = min(1., (step + 1) / (WARM * steps)) * max(.02, 1 - step / steps)
            step += 1
            for g, (_, r) in zip(optimiser.param_groups, groups):
                g["lr"] = r * rate
            loss, label = losses(model(*batch([(m["ids"], m["segments"]) for m in b])), b, tactic_weight, gesture_weight)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
            optimiser.step()
            total += label
            if step % 8 == 0:
                keep = min(.98, step / (step + 80))
                for k, v in model.state_dict().items():
                    average[k].mul_(keep).add_(v, alpha=1 - keep)
        now = {k: v.clone() for k, v in model.state_dict().items()}
        _, plainly = measure(model, maker, dev, held)
        model.load_state_dict(average)
        f1, averaged = measure(model, maker, dev, held)
        if f1 >= best:
            best = f1
            torch.save({"model": average, "seed": a.seed, "passes": a.passes, "real": bool(a.with_real)}, a.out)
        model.load_state_dict(now)
        torch.save({"model": now, "optimiser": optimiser.state_dict(), "pass": epoch + 1, "best": best, "average": average,
                    "dice": dice.getstate(), "torch": torch.get_rng_state()}, a.out + ".last")
        print(f"pass {epoch + 1} label loss {total / len(batches):.3f} {time.time() - began:.0f} s\n  last     {plainly}\n  averaged {averaged}", flush=True)


if __name__ == "__main__":
    main()
