package dev.toward.phrase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * What an index of phrases was made from. Two stamps that differ mean that the index is stale.
 *
 * @param phrases SHA-256 over the phrases, whatever files they stand in and in whatever order
 * @param encoder the name of the encoder whose vectors are in the index
 * @param form the make of the index; a program that makes another cannot read it
 */
public record PhraseStamp(String phrases, String encoder, int form) {
    /** Raised whenever fields or text analysis change. */
    static final int FORM = 2;

    public static PhraseStamp of(Collection<Phrase> phrases, String encoder) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        phrases.stream()
                .sorted(Comparator.comparing(Phrase::id))
                .map(PhraseJson::text)
                .forEach(line -> {
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                });
        return new PhraseStamp(HexFormat.of().formatHex(digest.digest()), encoder, FORM);
    }
}
