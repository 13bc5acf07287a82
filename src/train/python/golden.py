#!/usr/bin/env python3
"""Writes src/test/resources/golden/wordpiece.jsonl: texts and the pieces that training saw, for WordPieceTest to hold Java to.

usage: golden.py TOKENIZER.json > src/test/resources/golden/wordpiece.jsonl"""
import json
import sys

from wordpiece import WordPiece

TEXTS = [
    "", " ", "At least you still have a job, could be worse.", "I’m sooooo happy!!!!! for you", "don't dont DON'T Don’t",
    "u ok? 🙄", "😂😂😂😂", "👍🏽 nice", "❤️‍🔥 love this ❤️", "café naïve Zoë İstanbul straße ﬁne", "a\tb\nc\u00a0d\u2009e", "…what—ever–then",
    "aaaaaaaargh nooooo yessss hmmmm", "http://example.org/a?b=c&d=e#f", "1000000 3.14 £20 €5 $7 50%", "``quoted'' “so” „da“ 'x'", "^_^ :-) <3 xD",
    "supercalifragilisticexpialidocious antidisestablishmentarianism", "x" * 101, "日本語 mixed 한국어 привет مرحبا", "e\u0301 combining", "zero\u200bwidth\u200djoin",
    "\ue000private", "tab\u0007bell", "smh ngl idk rn tbh", "A.B.C. e.g. i.e.", "(((nested))) [x] {y} <z>", "🏳️‍🌈🇬🇧 flags", "½ ² ™ © ® °", "she said \"calm down\" lol",
]

pieces = WordPiece(sys.argv[1])
for text in TEXTS:
    units = [0]
    for c in text:
        units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
    cut = [[i, units[a], units[b + 1]] for i, a, b in pieces.pieces(text)]
    print(json.dumps({"text": text, "pieces": cut}, ensure_ascii=True))
