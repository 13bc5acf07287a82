package dev.toward.annotate;

/**
 * A guess at the language of a text. Short English texts are often taken for something else, so only a sure guess at another
 * language counts against English.
 *
 * @param code ISO 639-1 where there is one ("en"), or "und" when the text is too short to tell
 * @param confidence 0 to 1
 * @param english whether the text should be read as English: true unless another language is sure
 */
public record Language(String code, double confidence, boolean english) {
    public static final Language UNDETERMINED = new Language("und", 0, true);
}
