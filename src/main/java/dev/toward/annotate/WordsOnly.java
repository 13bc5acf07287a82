package dev.toward.annotate;

import java.util.List;
import java.util.Locale;

/**
 * A parser that knows no grammar: tokens as they are, no patterns found, each word by itself and of no known kind. It takes no memory and no
 * time. Threads may share it.
 */
public final class WordsOnly implements Parser {
    @Override
    public Parsed parse(Annotated text) {
        List<List<ParsedToken>> sentences = text.sentences().stream()
                .map(s -> s.tokens().stream().map(WordsOnly::alone).toList())
                .toList();
        return new Parsed(text.text(), sentences, List.of());
    }

    private static ParsedToken alone(Token token) {
        return new ParsedToken(token.text(), token.span(), "", token.text().toLowerCase(Locale.ROOT), -1, "root");
    }

    @Override
    public Parsed parseOnly(Annotated text) {
        return parse(text);
    }
}
