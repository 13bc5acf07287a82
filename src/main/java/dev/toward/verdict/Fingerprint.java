package dev.toward.verdict;

import dev.toward.cue.Tactic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One wording of one tactic, without the words: {@code at-least:3f2a9c41d0}. Letters and digits of the marked words alone count, so that case,
 * punctuation and kinds of apostrophes make no other. Never changes once released. It does not hold the text, but somebody who guesses the
 * words can tell that they are right.
 *
 * @param tactic that the words were marked for
 * @param hash ten hexadecimal digits
 */
public record Fingerprint(Tactic tactic, String hash) implements Comparable<Fingerprint> {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{10}");
    private static final int HASH_BYTES = 5;

    public Fingerprint {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("hash: expected ten hexadecimal digits");
        }
    }

    /** @param words as marked in a draft */
    public static Fingerprint of(Tactic tactic, String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2018\u2019\u02bc]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{So}]+", " ")
                .strip();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((tactic.id() + "\n" + plain).getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(tactic, HexFormat.of().formatHex(digest, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException for what is no fingerprint; the message says what one looks like, and not what was given */
    public static Fingerprint parse(String id) {
        String plain = id.strip().toLowerCase(Locale.ROOT);
        int colon = plain.indexOf(':');
        if (colon > 0 && HASH.matcher(plain.substring(colon + 1)).matches()) {
            for (Tactic tactic : Tactic.values()) {
                if (tactic.id().equals(plain.substring(0, colon))) {
                    return new Fingerprint(tactic, plain.substring(colon + 1));
                }
            }
        }
        throw new IllegalArgumentException(
                "expected a fingerprint, as at-least:3f2a9c41d0; 'toward check --explain' shows them");
    }

    /** As callers see it. */
    public String id() {
        return tactic.id() + ":" + hash;
    }

    @Override
    public int compareTo(Fingerprint other) {
        return id().compareTo(other.id());
    }

    @Override
    public String toString() {
        return id();
    }
}
