#!/usr/bin/env python3
"""Teaches the small reader what the full one says, and writes its weights; export_small.py turns them into models/small.onnx.

usage: ./toward train --study [--with-real DIR] | train_small.py --reader models/reader.onnx --out target/small.pt [--passes N] [--seed N] [--from FILE] [--resume]
       [--fits corpus --tokenizer FILE]

Standard input is what dev.toward.train.StudyPieces writes. Word vectors start as the reader's own, cut down by their principal components.
With --fits it also learns how well a wording answers, from corpus/fit."""
import argparse
import os
import random
import sys
import time

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

import fits
from small import WIDTH, Small, placed
from taxonomy import BIDS, GESTURES, TACTICS

BATCH, RATE, WARM, UNSEEN = 128, 1.5e-3, .04, .04
FITS_BATCH, FITS = 48, .7
UNKNOWN, FIRST = 100, 101
NEUTRAL, VALIDATING = 3, 0


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--reader", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--passes", type=int, default=10)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--from", dest="start", help="weights to start from, at a third of the rate")
    p.add_argument("--resume", action="store_true")
    p.add_argument("--fits", metavar="CORPUS")
    p.add_argument("--tokenizer")
    return p.parse_args()


class Study:
    """What StudyPieces writes, as arrays."""

    def __init__(self, raw):
        n, total, heads = np.frombuffer(raw, "<i4", 3)
        at = 12

        def take(kind, *shape):
            nonlocal at
            count = int(np.prod(shape))
            made = np.frombuffer(raw, kind, count, at).reshape(shape)
            at += count * np.dtype(kind).itemsize
            return made

        lengths, starts = take("<u2", n), take("<u2", n)
        self.part, self.label, self.grammar, self.written, self.alt = (take("i1", n) for _ in range(5))
        pieces, self.scores, made = take("<u2", total), take("<f4", n, 4), take("<f4", n, heads)
        self.tactics, self.gestures, self.bids = np.split(made, [len(TACTICS), len(TACTICS) + len(GESTURES)], 1)
        ends = np.cumsum(lengths.astype(int))
        self.drafts = [placed(pieces[e - k:e].astype(int), int(s)) for e, k, s in zip(ends, lengths, starts)]
        self.known = starts > 2
        self.empty = lengths == starts + 1


def batch(study, rows, dice=None):
    return padded([study.drafts[i] for i in rows], dice)


def padded(some, dice=None):
    longest = max(len(ids) for ids, _ in some)
    out = np.zeros((3, len(some), longest), int)
    for row, (ids, places) in enumerate(some):
        out[0, row, :len(ids)], out[1, row, :len(ids)], out[2, row, :len(ids)] = ids, places, 1
    if dice is not None:
        hidden = (dice.random(out[0].shape) < UNSEEN) & (out[0] > 102)
        out[0][hidden] = UNKNOWN
    return torch.from_numpy(out)


def losses(out, study, rows):
    whole = torch.from_numpy((~study.empty[rows]).astype(np.float32))
    count = whole.sum().clamp(min=1)
    scores = torch.from_numpy(study.scores[rows])
    label = -((scores * F.log_softmax(out["labels"], -1)).sum(-1) * whole).sum() / count
    plain = 1 - study.grammar[rows]
    sure = torch.from_numpy(np.stack([(study.label[rows] == NEUTRAL) * plain, (study.label[rows] == VALIDATING) * plain], 1).astype(np.float32))
    total = label + .5 * (F.binary_cross_entropy_with_logits(out["sure"], sure, reduction="none").sum(-1) * whole).sum() / count
    for name, scale in (("tactics", .15), ("gestures", .15)):
        target = torch.sigmoid(torch.from_numpy(getattr(study, name)[rows]))
        total = total + scale * (F.binary_cross_entropy_with_logits(out[name], target, reduction="none").sum(-1) * whole).sum() / count
    known = torch.from_numpy(study.known[rows].astype(np.float32))
    bids = torch.softmax(torch.from_numpy(study.bids[rows]), -1)
    total = total - .3 * ((bids * F.log_softmax(out["bids"], -1)).sum(-1) * known).sum() / known.sum().clamp(min=1)
    return total, label.item()


class Fits:
    """Wordings that people judged, in an order that only the seed decides."""

    def __init__(self, corpus, tokenizer, seed):
        self.learn, self.held = (fits.read(corpus, split, tokenizer) for split in ("train", "dev"))
        self.shuffle, self.left = random.Random(seed), []

    def loss(self, model, dice):
        if len(self.left) < FITS_BATCH:
            self.left = self.shuffle.sample(self.learn, len(self.learn))
        some, self.left = self.left[:FITS_BATCH], self.left[FITS_BATCH:]
        said = model(*padded([draft for draft, _ in some], dice))["fits"][:, 0]
        return F.binary_cross_entropy_with_logits(said, torch.tensor([worth for _, worth in some]))

    @torch.no_grad()
    def measure(self, model):
        """How often, of a wording that people would send and one that they would not, the first is found the fitter"""
        model.eval()
        said = np.concatenate([model(*padded([d for d, _ in self.held[i:i + 128]]))["fits"][:, 0].numpy() for i in range(0, len(self.held), 128)])
        model.train()
        worth, place = np.array([w for _, w in self.held]), said.argsort().argsort()
        yes = worth == 1
        return f"; fits {(place[yes].mean() - (yes.sum() - 1) / 2) / (~yes).sum():.3f}"


def word_vectors(reader, counts):
    """The reader's word vectors through their principal components, by how often a piece is read."""
    graph = onnx.load(reader).graph
    named = {i.name: i for i in graph.initializer}
    table = next(numpy_helper.to_array(i) for i in graph.initializer if list(i.dims)[:1] == [30522] and i.dims[1] > 1)
    scale = next(numpy_helper.to_array(i) for i in graph.initializer if list(i.dims) == [30522, 1])
    words = table.astype(np.float64) * scale
    weight = np.sqrt(counts + 1.)[:, None]
    middle = (words * weight ** 2).sum(0) / (weight ** 2).sum()
    _, _, turned = np.linalg.svd(((words - middle) * weight)[counts > 0], full_matrices=False)
    cut = (words - middle) @ turned[:WIDTH].T
    return (cut / np.sqrt((cut ** 2 * weight ** 2).sum() / (weight ** 2).sum() / WIDTH)).astype(np.float32)


@torch.no_grad()
def read(model, study, rows, **more):
    """Logits by head, for these rows"""
    model.eval()
    order = sorted(rows, key=lambda i: len(study.drafts[i][0]))
    parts, found = [order[i:i + 256] for i in range(0, len(order), 256)], {}
    for part in parts:
        out = model(*batch(study, part), **more)
        for k, i in enumerate(part):
            found[i] = {name: v[k] for name, v in out.items()}
    model.train()
    return {name: torch.stack([found[i][name] for i in rows]).numpy() for name in found[rows[0]]}


def answered(study, rows, out, otherwise=.0035):
    """How many of these rows need not be asked of the full reader when it may say otherwise of so many."""
    likely = 1 / (1 + np.exp(-out["sure"]))
    best = likely.max(1)
    said = np.where(likely[:, 0] >= likely[:, 1], NEUTRAL, VALIDATING)
    right = (study.label[rows] == said) & (study.grammar[rows] == 0)
    wrong = np.cumsum(~right[np.argsort(-best)])
    return np.searchsorted(wrong, int(otherwise * len(rows)), side="right") / len(rows)


def measure(model, study, **more):
    said = []
    for part, name in enumerate(["", "dev", "comments", "chat"]):
        rows = np.flatnonzero((study.part == part) & ~study.empty) if part else []
        if len(rows):
            out = read(model, study, rows, **more)
            apart = [answered(study, rows[known], {k: v[known] for k, v in out.items()}) for known in
                     (study.known[rows], ~study.known[rows]) if known.any()]
            agree = (out["labels"].argmax(1) == study.scores[rows].argmax(1)).mean()
            bids = (out["bids"].argmax(1) == study.bids[rows].argmax(1))[study.known[rows]]
            said.append(f"{name} agrees {agree:.3f} answers {' '.join(f'{a:.3f}' for a in apart)} bids {bids.mean() if len(bids) else 1:.3f}")
    return "; ".join(said)


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    dice, shuffle = np.random.default_rng(a.seed), random.Random(a.seed)
    study = Study(sys.stdin.buffer.read())
    learn = np.flatnonzero(study.part == 0)
    counts = np.bincount(np.concatenate([study.drafts[i][0] for i in learn]), minlength=30522)
    judged = Fits(a.fits, a.tokenizer, a.seed) if a.fits else None
    model = Small(word_vectors(a.reader, counts), fits=bool(judged)).train()
    rates = RATE, RATE / 3
    if a.start:
        model.load_state_dict(torch.load(a.start)["model"], strict=not judged)
        rates = RATE / 3, RATE / 3
    rest = [p for n, p in model.named_parameters() if n != "word"]
    optimiser = torch.optim.AdamW([{"params": rest, "lr": rates[0]}, {"params": [model.word], "lr": rates[1], "weight_decay": 0.}],
                                  weight_decay=.01, betas=(.9, .98), foreach=True)
    each = len(learn) // BATCH
    steps, first, step = a.passes * each, 0, 0
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    if a.resume and os.path.exists(a.out + ".last"):
        kept = torch.load(a.out + ".last")
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        first, average = kept["pass"], kept["average"]
        dice.bit_generator.state = kept["dice"]
        torch.set_rng_state(kept["torch"])
        step = first * each
    print(f"{len(learn)} drafts a pass, {steps} steps", flush=True)
    began = time.time()
    for epoch in range(first, a.passes):
        shuffle.seed(a.seed * 1000 + epoch)
        order = learn.tolist()
        shuffle.shuffle(order)
        order = [i for k in range(0, len(order), 4096) for i in sorted(order[k:k + 4096], key=lambda i: len(study.drafts[i][0]))]
        batches = [np.array(order[k * BATCH:(k + 1) * BATCH]) for k in range(each)]
        shuffle.shuffle(batches)
        total = 0.
        for k, rows in enumerate(batches):
            rate = min(1., (step + 1) / (WARM * steps)) * (.5 + .5 * np.cos(np.pi * step / steps))
            for g, base in zip(optimiser.param_groups, rates):
                g["lr"] = base * rate
            loss, label = losses(model(*batch(study, rows, dice)), study, rows)
            if judged:
                loss = loss + FITS * judged.loss(model, dice)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
            optimiser.step()
            total += label
            step += 1
            if step % 8 == 0:
                keep = min(.985, step / (step + 80))
                for name, v in model.state_dict().items():
                    average[name].mul_(keep).add_(v, alpha=1 - keep)
            if k % 200 == 100:
                print(f"  {step} {total / (k + 1):.4f} {time.time() - began:.0f} s", flush=True)
        now = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        said = measure(model, study) + (judged.measure(model) if judged else "")
        model.load_state_dict(now)
        torch.save({"model": average, "seed": a.seed, "passes": a.passes}, a.out)
        torch.save({"model": now, "optimiser": optimiser.state_dict(), "pass": epoch + 1, "average": average,
                    "dice": dice.bit_generator.state, "torch": torch.get_rng_state()}, a.out + ".last")
        print(f"pass {epoch + 1} label loss {total / each:.4f} {time.time() - began:.0f} s\n  {said}", flush=True)


if __name__ == "__main__":
    main()
