package dev.toward.annotate.corenlp;

import dev.toward.annotate.Annotated;
import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.annotate.Parser;
import dev.toward.annotate.Sentence;
import dev.toward.annotate.Token;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Span;
import edu.stanford.nlp.io.RuntimeIOException;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads grammar and finds patterns by Stanford CoreNLP: its tagger, the
 * weights of its neural dependency parser, TokensRegex and Semgrex.
 * Load once; threads may share it. Of a very long text only the first {@value #MOST_TOKENS} tokens are
 * read, so that its time stays bounded.
 */
public final class CoreNlpParser implements Parser {
    private static final String TAGGER = "english-left3words-distsim.tagger";
    static final String GRAMMAR = "english_UD.gz";

    /** Longer sentences are cut for parsing, at a mark where there is one. */
    private static final int LONGEST_SENTENCE = 80;

    private static final int MOST_TOKENS = 5_000;

    private final MaxentTagger tagger;
    private final Grammar grammar;
    private final PatternSet patterns;

    private CoreNlpParser(MaxentTagger tagger, Grammar grammar, PatternSet patterns) {
        this.tagger = tagger;
        this.grammar = grammar;
        this.patterns = patterns;
    }

    /**
     * Loads tagger and grammar side by side, and compiles the patterns meanwhile.
     *
     * @param patternFiles the text of each pattern file by its name, as {@code at-least.tokens} or {@code
     *     unasked-fix.semgrex}; see {@link PatternSet} for what may stand in them
     * @throws ModelException when a model file is missing or damaged
     * @throws IllegalArgumentException when a pattern cannot be read; names file and line
     */
    public static CoreNlpParser load(ModelStore models, Map<String, String> patternFiles) throws ModelException {
        RedwoodConfiguration.empty().apply(); // it would write to standard error
        CompletableFuture<MaxentTagger> tagger =
                CompletableFuture.supplyAsync(() -> loadTagger(models), CoreNlpParser::onNewThread);
        CompletableFuture<Grammar> grammar =
                CompletableFuture.supplyAsync(() -> loadGrammar(models), CoreNlpParser::onNewThread);
        PatternSet patterns = PatternSet.compile(patternFiles);
        try {
            return new CoreNlpParser(tagger.join(), grammar.join(), patterns);
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedModelException unchecked) {
                throw unchecked.cause;
            }
            throw new ModelException("the parser's models are not those of CoreNLP 4.5", e);
        }
    }

    private static void onNewThread(Runnable load) {
        Thread thread = new Thread(load, "load-corenlp");
        thread.setDaemon(true);
        thread.start();
    }

    private static MaxentTagger loadTagger(ModelStore models) {
        try {
            Path file = models.folder().resolve(TAGGER);
            return TaggerFile.open(models.prepared(TAGGER, TaggerFile.NAME, () -> tables(file)));
        } catch (ModelException e) {
            throw new UncheckedModelException(e);
        }
    }

    private static ByteBuffer tables(Path file) throws IOException {
        try {
            return TaggerFile.convert(file);
        } catch (RuntimeIOException e) {
            throw new ModelException("model file " + file + " is not a tagger of CoreNLP", e);
        }
    }

    private static Grammar loadGrammar(ModelStore models) {
        try {
            Path file = models.folder().resolve(GRAMMAR);
            return new Grammar(models.prepared(GRAMMAR, GrammarFile.NAME, () -> GrammarFile.convert(file)));
        } catch (ModelException e) {
            throw new UncheckedModelException(e);
        }
    }

    @Override
    public Parsed parse(Annotated text) {
        return parse(text, patterns);
    }

    @Override
    public Parsed parseOnly(Annotated text) {
        return parse(text, PatternSet.NONE);
    }

    private Parsed parse(Annotated text, PatternSet wanted) {
        List<List<ParsedToken>> sentences = new ArrayList<>();
        List<Parsed.Match> matches = new ArrayList<>();
        int seen = 0;
        for (Sentence sentence : text.sentences()) {
            for (List<Token> piece : pieces(sentence.tokens())) {
                seen += piece.size();
                if (seen > MOST_TOKENS) {
                    return new Parsed(text.text(), sentences, wanted.settled(matches));
                }
                sentences.add(parse(text, piece, wanted, matches));
            }
        }
        return new Parsed(text.text(), sentences, wanted.settled(matches));
    }

    private List<ParsedToken> parse(Annotated text, List<Token> tokens, PatternSet wanted, List<Parsed.Match> matches) {
        List<CoreLabel> labels = WordForms.labels(tokens);
        tagger.tagCoreLabels(labels);
        Morphology morphology = new Morphology(); // not for sharing between threads; cheap to make
        for (CoreLabel label : labels) {
            label.setLemma(morphology.lemma(label.word(), label.tag(), true).toLowerCase(Locale.ROOT));
        }
        ArcStandard.Tree tree = ArcStandard.parse(
                grammar,
                labels.stream().map(CoreLabel::word).toList(),
                labels.stream().map(CoreLabel::tag).toList());
        List<ParsedToken> parsed = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            CoreLabel label = labels.get(i);
            parsed.add(new ParsedToken(
                    token.text(), token.span(), label.tag(), label.lemma(), tree.heads()[i], tree.relations()[i]));
        }
        if (wanted != PatternSet.NONE) {
            WordForms.toMatch(labels);
            SemanticGraph graph = wanted.needGrammar() ? Dependencies.graph(labels, tree) : new SemanticGraph();
            wanted.find(text, labels, graph, parsed, matches);
        }
        return parsed;
    }

    /** The tokens in pieces short enough to parse, cut behind a mark where the second half of a piece has one. */
    private static List<List<Token>> pieces(List<Token> tokens) {
        if (tokens.size() <= LONGEST_SENTENCE) {
            return List.of(tokens);
        }
        List<List<Token>> pieces = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int to = Math.min(tokens.size(), from + LONGEST_SENTENCE);
            if (to < tokens.size()) {
                for (int i = to - 1; i > from + LONGEST_SENTENCE / 2; i--) {
                    if (ClauseEnd.isMark(tokens.get(i).text())) {
                        to = i + 1;
                        break;
                    }
                }
            }
            pieces.add(tokens.subList(from, to));
            from = to;
        }
        return pieces;
    }

    /** The span from the first to the last of some tokens. */
    static Span span(List<ParsedToken> tokens, int first, int last) {
        return new Span(
                tokens.get(first).span().start(), tokens.get(last).span().end());
    }

    private static final class UncheckedModelException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ModelException cause;

        UncheckedModelException(ModelException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
