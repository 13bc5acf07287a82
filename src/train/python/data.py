"""Examples for the reader: the project's corpus, and real text from a folder that is given, never copied."""
import glob
import hashlib
import json
import os

from taxonomy import BIDS, GESTURES, LABELS, TACTICS

# How far real text is trusted, by source and its own marking: (target over LABELS, weight). Comments marked with an emotion
# of their own are mostly neutral towards whoever is answered; the grumpy kinds are dismissive in part.
REAL = {
    "neutral": ([.03, .04, .01, .92], 1.0), "curiosity": ([.05, .05, .01, .89], .8), "confusion": ([.02, .07, .01, .90], .8),
    "amusement": ([.05, .08, .02, .85], .7), "realization": ([.05, .04, .03, .88], .8), "surprise": ([.05, .06, .01, .88], .7),
    "desire": ([.05, .04, .01, .90], .7), "excitement": ([.15, .02, .01, .82], .4), "approval": ([.20, .03, .03, .74], .5),
    "sadness": ([.12, .06, .02, .80], .4), "disappointment": ([.05, .09, .02, .84], .5), "annoyance": ([.02, .20, .02, .76], .5),
    "disapproval": ([.02, .20, .03, .75], .5), "anger": ([.02, .25, .01, .72], .4),
}
# Lines that somebody has read (corpus/real): how sure the label is, alone and beside a second acceptable one.
READ, READ_FIRST, READ_SECOND = .91, .63, .28
SUPPORT = ([.76, .04, .06, .14], .7)
PLAIN = ([.04, .02, .01, .93], 1.0)


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def utterances(context):
    return [] if context is None else [context] if isinstance(context, str) else list(context)


def corpus(folder, split):
    """[{context, text, labels (soft), weight, tactics, gestures, bid, spans, row}] of corpus/labelled/SPLIT"""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "labelled", split, "*.jsonl"))):
        for r in lines(path):
            target = [.015] * 4
            if r["alt"]:
                target[LABELS.index(r["label"])], target[LABELS.index(r["alt"])] = .68, .29
            else:
                target[LABELS.index(r["label"])] = .955
            spans = []
            for t in r["tactics"]:
                start = r["text"].find(t["quote"])
                spans.append((start, start + len(t["quote"]), TACTICS.index(t["id"])))
            out.append({"context": utterances(r["context"]), "text": r["text"], "labels": target, "weight": 1.0,
                        "tactics": {TACTICS.index(t["id"]) for t in r["tactics"]}, "gestures": {GESTURES.index(g) for g in r["gestures"]},
                        "bid": BIDS.index(r["bid"]) if r["bid"] in BIDS and r["context"] else None, "spans": spans, "row": r})
    return out


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def held_out(text):
    """One real line in ten is kept from training, to choose thresholds on. dev.toward.train.RealText keeps the same ones."""
    return hashlib.sha256(text.encode("utf-8")).digest()[-1] < 26


def readings(folder):
    """corpus/real/readings.tsv as {first 12 digits of the text's SHA-256: (label, second label or None)}; {} without it"""
    path, out = os.path.join(folder, "real", "readings.tsv"), {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            for row in f.read().splitlines()[1:]:
                text, label, alt = row.split("\t")
                out[text] = (label, alt or None)
    return out


def soft(label, alt):
    target = [.03] * 4
    target[LABELS.index(label)] = READ
    if alt:
        target = [.045] * 4
        target[LABELS.index(label)], target[LABELS.index(alt)] = READ_FIRST, READ_SECOND
    return target


def real(folder, corpus):
    """Real lines as (train, held out); the label of a reader counts for more than what their source says."""
    kept, read = [], readings(corpus)
    for r in lines(os.path.join(folder, "goemotions.jsonl")):
        for target, weight in [REAL[e] for e in r["emotions"][:1] if e in REAL]:
            kept.append((r["text"], target, weight))
    kept += [(r["text"], *PLAIN) for r in lines(os.path.join(folder, "claff_neutral.jsonl"))]
    kept += [(r["text"], *SUPPORT) for r in lines(os.path.join(folder, "claff_support.jsonl"))]
    kept = [(text, soft(*read[digest(text)]), 1.) if digest(text) in read else (text, target, weight) for text, target, weight in kept]
    made = [{"context": [], "text": text, "labels": target, "weight": weight, "tactics": None, "gestures": None, "bid": None,
             "spans": [], "row": None} for text, target, weight in kept]
    return [e for e in made if not held_out(e["text"])], [e for e in made if held_out(e["text"])]
