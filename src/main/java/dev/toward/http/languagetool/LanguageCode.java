package dev.toward.http.languagetool;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A language as clients name it.
 *
 * @param code as {@code en-US}
 * @param name as shown
 */
public record LanguageCode(String code, String name) {
    /** What is read here. */
    public static final List<LanguageCode> READ = List.of(
            new LanguageCode("en", "English"),
            new LanguageCode("en-AU", "English (Australian)"),
            new LanguageCode("en-CA", "English (Canadian)"),
            new LanguageCode("en-GB", "English (GB)"),
            new LanguageCode("en-NZ", "English (New Zealand)"),
            new LanguageCode("en-ZA", "English (South African)"),
            new LanguageCode("en-US", "English (US)"));

    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,10}){0,4}");

    /** A code in any case, with dashes or underscores; whether it is read here is another matter. */
    public static LanguageCode of(String given) throws Refused {
        if (!FORM.matcher(given).matches()) {
            throw new Refused("'language' is no language code; give one as 'en-US', or 'auto'.");
        }
        String code = given.replace('_', '-');
        for (LanguageCode known : READ) {
            if (known.code.equalsIgnoreCase(code)) {
                return known;
            }
        }
        Locale locale = Locale.forLanguageTag(code);
        String name = locale.getDisplayName(Locale.ENGLISH);
        if (code.toLowerCase(Locale.ROOT).startsWith("en-")) {
            return new LanguageCode(locale.toLanguageTag(), name);
        }
        return new LanguageCode(code, name.isBlank() ? code : name);
    }

    /** The language as found, in the variant that the client prefers. */
    static LanguageCode found(String shortCode, List<String> preferredVariants) {
        try {
            for (String variant : preferredVariants) {
                LanguageCode preferred = of(variant);
                if (preferred.shortCode().equals(shortCode) && variant.length() > shortCode.length()) {
                    return preferred;
                }
            }
        } catch (Refused e) {
            // a wish that cannot be read is none
        }
        try {
            return of(shortCode.equals("en") ? "en-US" : shortCode);
        } catch (Refused e) {
            return new LanguageCode("en-US", "English (US)");
        }
    }

    /** Without the variant, as {@code en}. */
    public String shortCode() {
        int dash = code.indexOf('-');
        return (dash < 0 ? code : code.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    boolean isRead() {
        return shortCode().equals("en");
    }
}
