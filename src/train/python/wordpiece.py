"""Word pieces of a draft with the character that each came from. The Java twin is dev.toward.encode.WordPiece; a test holds
the two to the same pieces. Emoji, which BERT's vocabulary lacks, are read by their Unicode names; curly quotes as straight
ones; letters held down (sooooo) as two, so that style moves a verdict less."""
import json
import unicodedata

PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"'}
MOST_PUNCTUATION = 3
MOST_LETTERS = 2
LONGEST_WORD = 100
CONTEXT_PIECES = 96
REPLY_PIECES = 160


def words(text):
    """Yields (word, offsets): a lower-cased word, or a single mark, with the index in text of each of its characters."""
    word, at = [], []
    last, run = None, 0

    def flush():
        nonlocal word, at
        made = [("".join(word), at)] if word else []
        word, at = [], []
        return made

    for i, c in enumerate(text):
        c = PLAIN.get(c, c)
        kind = unicodedata.category(c)
        if kind in ("Mn", "Cf", "Cs"):
            continue
        run = run + 1 if c == last else 1
        last = c
        if kind[0] == "Z" or kind == "Cc":
            yield from flush()
        elif kind == "So":
            yield from flush()
            if run <= 2:
                for part in unicodedata.name(c, "").lower().replace("-", " ").split():
                    yield part, [i] * len(part)
        elif kind[0] in "PS":
            yield from flush()
            if kind != "Sk" or c in "^`":
                if run <= MOST_PUNCTUATION:
                    yield c, [i]
        elif kind in ("Cn", "Co"):
            yield from flush()
            yield "\ufffd", [i]
        else:
            if kind[0] == "L" and run > MOST_LETTERS:
                continue
            for d in unicodedata.normalize("NFD", c):
                if unicodedata.category(d) != "Mn":
                    for low in d.lower():
                        if unicodedata.category(low) != "Mn":
                            word.append(low)
                            at.append(i)
    yield from flush()


class WordPiece:
    def __init__(self, tokenizer_json):
        with open(tokenizer_json, encoding="utf-8") as f:
            self.vocab = json.load(f)["model"]["vocab"]
        self.cls, self.sep, self.unk = (self.vocab[t] for t in ("[CLS]", "[SEP]", "[UNK]"))

    def pieces(self, text):
        """[(id, index of its first character, index of its last)]"""
        out = []
        for word, at in words(text):
            if len(word) > LONGEST_WORD:
                out.append((self.unk, at[0], at[-1]))
                continue
            start, made = 0, []
            while start < len(word):
                end = len(word)
                while end > start and ("##" if start else "") + word[start:end] not in self.vocab:
                    end -= 1
                if end == start:
                    made = [(self.unk, at[0], at[-1])]
                    break
                made.append((self.vocab[("##" if start else "") + word[start:end]], at[start], at[end - 1]))
                start = end
            out += made
        return out

    def pair(self, context, reply):
        """context: utterances, oldest first. Returns (ids, segments, index of the first reply piece, reply pieces)."""
        before = []
        for utterance in context:
            made = [p[0] for p in self.pieces(utterance)]
            if made:
                before += ([self.sep] if before else []) + made
        before = before[-CONTEXT_PIECES:]
        after = self.pieces(reply)[:REPLY_PIECES]
        ids = [self.cls] + before + [self.sep] + [p[0] for p in after] + [self.sep]
        return ids, [0] * (len(before) + 2) + [1] * (len(after) + 1), len(before) + 2, after
