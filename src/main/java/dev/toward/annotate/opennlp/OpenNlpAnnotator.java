package dev.toward.annotate.opennlp;

import dev.toward.annotate.Annotated;
import dev.toward.annotate.Annotator;
import dev.toward.annotate.Language;
import dev.toward.annotate.Sentence;
import dev.toward.annotate.Token;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads language, sentences and tokens by OpenNLP's models. Load once; threads may share it. The time is linear in the
 * length of the text, whatever stands in it.
 */
public final class OpenNlpAnnotator implements Annotator {
    private final LanguageGuess language;
    private final SentenceCutter sentences;
    private final TokenCutter tokens;

    private OpenNlpAnnotator(LanguageGuess language, SentenceCutter sentences, TokenCutter tokens) {
        this.language = language;
        this.sentences = sentences;
        this.tokens = tokens;
    }

    /** Loads two models; that of languages waits until it is asked. */
    public static OpenNlpAnnotator load(ModelStore models) throws ModelException {
        return new OpenNlpAnnotator(LanguageGuess.load(models), SentenceCutter.load(models), TokenCutter.load(models));
    }

    @Override
    public Annotated annotate(String text) {
        String plain = plain(text);
        List<Sentence> found = new ArrayList<>();
        for (Span span : sentences.cut(plain)) {
            List<Token> inIt = new ArrayList<>();
            for (Span token : tokens.cut(plain, span)) {
                inIt.add(new Token(token.in(text), token));
            }
            if (!inIt.isEmpty()) {
                found.add(new Sentence(span, inIt));
            }
        }
        return new Annotated(text, language.of(plain), found);
    }

    @Override
    public Language language(String text) {
        return language.of(plain(text));
    }

    /** Typographic apostrophes are read as straight ones; one code unit for one, so that offsets stay those of the text. */
    private static String plain(String text) {
        return text.replace('\u2019', '\'').replace('\u2018', '\'').replace('\u02BC', '\'');
    }
}
