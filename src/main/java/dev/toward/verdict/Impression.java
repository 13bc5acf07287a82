package dev.toward.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What a quick look says of a wording that would be sent in place of a draft.
 *
 * @param sure a verdict that full reading would all but certainly share, never a flag; null where full reading must be asked
 * @param fits how probable it is that a person finds it fit to send as an answer to that message, 0 to 1
 */
public record Impression(Verdict.@Nullable Decided sure, double fits) {
    /** Of what was not looked at. */
    public static final Impression NONE = new Impression(null, 0);
}
