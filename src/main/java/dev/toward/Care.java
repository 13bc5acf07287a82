package dev.toward;

/**
 * Said beside a verdict when somebody's life may be in danger. No breezy words are offered then.
 *
 * @param kind {@code possible-danger}
 * @param message plain and serious: what was noticed, and where help is
 */
public record Care(String kind, String message) {
    /** Talk of suicide, self-harm or violence was noticed. */
    public static final Care POSSIBLE_DANGER = new Care(
            "possible-danger",
            "Someone's life may be in danger here. Stay with them if you can, ask plainly whether they are safe, and do not leave"
                    + " it to a message alone. In an emergency call your local emergency number. In the US and Canada call or text"
                    + " 988; in the UK and Ireland call 116 123; elsewhere findahelpline.com lists lines by country.");
}
