"""What phones, haste and habit do to text, alike for every label, so that style never predicts one."""

SHORT = {"you": "u", "are": "r", "your": "ur", "because": "bc", "right now": "rn", "though": "tho", "people": "ppl", "please": "pls",
         "okay": "ok", "going to": "gonna", "want to": "wanna", "with": "w", "before": "b4", "to be honest": "tbh", "i don't know": "idk"}


def noisy(text, dice):
    """Returns (text, origin): the new text and, for each of its characters, the index in the old one."""
    chars, origin = list(text), list(range(len(text)))

    def keep(test):
        nonlocal chars, origin
        pairs = [(c, o) for c, o in zip(chars, origin) if test(c, o)]
        chars, origin = [c for c, _ in pairs], [o for _, o in pairs]

    if dice.random() < .10:
        short = dice.choice(list(SHORT.items()))
        whole = "".join(chars)
        at = whole.lower().find(" " + short[0] + " ")
        if at >= 0:
            at += 1
            chars[at:at + len(short[0])] = list(short[1])
            origin[at:at + len(short[0])] = [origin[at]] * len(short[1])
    if dice.random() < .25:
        while chars and chars[-1] in ".!":
            chars.pop()
            origin.pop()
    elif dice.random() < .12 and chars and chars[-1] == ".":
        chars[-1] = dice.choice(["!", "...", ""])
        tail = list(chars.pop())
        last = origin.pop()
        chars += tail
        origin += [last] * len(tail)
    if dice.random() < .2:
        keep(lambda c, o: c not in "'’")
    if dice.random() < .12:
        keep(lambda c, o: c not in ",.;:")
    if dice.random() < .12 and len(chars) > 6:
        i = dice.randrange(1, len(chars) - 2)
        what = dice.random()
        if what < .4:
            chars[i], chars[i + 1] = chars[i + 1], chars[i]
        elif what < .7:
            del chars[i], origin[i]
        else:
            chars.insert(i, chars[i])
            origin.insert(i, origin[i])
    return "".join(chars), origin
