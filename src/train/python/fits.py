"""What people who read wordings found: corpus/fit, beside the drafts that the wordings would stand for."""
import glob
import json
import os
import random

import numpy as np

from small import placed
from wordpiece import WordPiece

WORTH = {"y": 1., "m": .45, "n": 0.}
GLAD = {"good-news", "share", "appreciation", "affection"}
CROSSED = 6


def read(corpus, split, tokenizer):
    """[(pieces and places of a wording as an answer to its message, how fit it is from 0 to 1)]"""
    messages, glad = {}, {}
    for name in sorted(glob.glob(os.path.join(corpus, "labelled", split, "*.jsonl"))):
        with open(name, encoding="utf-8") as f:
            for line in f:
                draft = json.loads(line)
                said = draft["context"]
                messages[draft["id"]] = said if isinstance(said, list) else [said] if said else []
                glad[draft["id"]] = draft["bid"] in GLAD
    with open(os.path.join(corpus, "fit", split + ".tsv"), encoding="utf-8") as f:
        judged = [line.rstrip("\n").split("\t") for line in f]
    pieces = WordPiece(tokenizer)

    def pair(draft, wording):
        ids, _, start, _ = pieces.pair(messages[draft], wording)
        return placed(np.array(ids), start)

    rows = [(pair(draft, wording), WORTH[letter]) for draft, letter, wording in judged]
    if split == "train":
        # nobody was asked about congratulations on a layoff; that they do not fit needs no asking
        dice = random.Random(1)
        words = {kind: [w for d, _, w in judged if glad[d] == kind] for kind in (False, True)}
        rows += [(pair(draft, dice.choice(words[not glad[draft]])), 0.) for draft, _, _ in judged[::CROSSED]]
    return rows
