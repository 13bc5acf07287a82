"""The ids that the reader's heads speak, in the order of its outputs. Kept equal to dev.toward.cue by a Java test."""

LABELS = ["validating", "dismissive", "minimizing", "neutral"]
TACTICS = [
    "brush-off", "shut-down", "feeling-order", "feeling-judgment", "perception-denial", "blame", "mockery", "unasked-fix",
    "topic-change", "self-shift", "token-reply", "defensive", "invalidating-but", "interrogation", "at-least", "comparison",
    "shrinking", "forced-positivity", "time-heals", "replaceable", "normalizing-away", "faith-bypass", "joy-shrink",
]
GESTURES = [
    "acknowledge", "mirror-feeling", "normalize", "invite", "caring-question", "follow-up", "notice-pattern", "appreciate",
    "compliment", "celebrate", "presence", "offer-help", "affection", "just-because", "warm-greeting", "closing-ritual",
    "repair", "uses-name",
]
BIDS = ["distress", "good-news", "appreciation", "affection", "share", "question", "help", "repair", "conflict", "none"]
