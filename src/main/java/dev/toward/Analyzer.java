package dev.toward;

import dev.toward.annotate.Annotated;
import dev.toward.cue.BidKind;
import dev.toward.cue.DangerFinder;
import dev.toward.encode.SentenceEncoder;
import dev.toward.encode.WordPiece;
import dev.toward.fast.Glance;
import dev.toward.fast.Student;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseSource;
import dev.toward.phrase.Sort;
import dev.toward.suggest.Moment;
import dev.toward.suggest.Reading;
import dev.toward.suggest.Suggester;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Calibration;
import dev.toward.verdict.Classifier;
import dev.toward.verdict.Observation;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Skimmer;
import dev.toward.verdict.Verdict;
import dev.toward.verdict.WordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft beside the message that it answers, and says how it turns, by which words, and what warmer words there are.
 * Load once, share between threads, close when done. The same draft gets the same answer each time.
 */
public final class Analyzer implements Analyses {
    /** The longest text that is looked at; what lies past it is neither read nor changed. */
    private static final int MOST_CHARACTERS = 20_000;

    /** From here on, by the student's word alone, what wordings need is begun before the draft is read: somebody waits for them. */
    private static final double LIKELY_FLAG = 0.2;

    /** Wordings asked for where none is let through; three and two more times as many are tried. */
    private static final int TRIED = 3;

    private final Cores cores;
    private final Engines engines;
    private final Student student;
    private final Skimmer skimmer;
    private final @Nullable WordingReader wordings;
    private final Classifier classifier;
    private final Classifier forWordings;
    private final @Nullable SentenceEncoder encoder;
    private final @Nullable Phrasebook phrases;
    private final @Nullable PhraseSource offered;
    private final @Nullable Properties weights;
    private final @Nullable Suggester suggester;
    private final Provenance provenance;
    private final @Nullable AskingPhrases asking;

    private Analyzer(
            Cores cores,
            Engines engines,
            Student student,
            Skimmer skimmer,
            @Nullable WordingReader wordings,
            Classifier classifier,
            @Nullable SentenceEncoder encoder,
            @Nullable Phrasebook phrases,
            @Nullable PhraseSource offered,
            @Nullable Properties weights,
            Provenance provenance,
            @Nullable AskingPhrases asking) {
        this.cores = cores;
        this.engines = engines;
        this.student = student;
        this.skimmer = skimmer;
        this.wordings = wordings;
        this.classifier = classifier;
        this.forWordings = classifier.forWordings();
        this.encoder = encoder;
        this.phrases = phrases;
        this.weights = weights;
        this.offered = offered;
        this.suggester = offered == null ? null : suggester(offered, rereading());
        this.provenance = provenance;
        this.asking = asking;
    }

    private Analyzer(Analyzer like, Settings settings) {
        this.cores = like.cores;
        this.engines = like.engines;
        this.student = like.student;
        this.skimmer = like.skimmer;
        this.wordings = like.wordings;
        this.classifier = like.classifier.under(settings);
        this.forWordings = classifier.forWordings();
        this.encoder = like.encoder;
        this.phrases = like.phrases;
        this.weights = like.weights;
        this.offered = like.offered;
        this.suggester = like.suggester == null ? null : like.suggester.with(rereading());
        this.provenance = like.provenance;
        this.asking = like.asking;
    }

    @Override
    public Settings settings() {
        return classifier.settings();
    }

    @Override
    public Analyses under(Settings.Change change) {
        return change.isNone() ? this : new Analyzer(this, settings().with(change));
    }

    /** Every choice is optional; see {@link Builder}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Reads a draft as deep as it needs; nothing is suggested. */
    public Analysis analyze(Draft draft) {
        return analyze(draft, 0, null);
    }

    /**
     * Reads a draft as deep as it needs.
     *
     * @param suggestions how many warmer wordings at most, 0 to 10; only drafts that turn away get any
     * @param them the first name of the one who is answered, or null when not known
     */
    @Override
    public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
        return analyze(draft, suggestions, them, Tier.AUTO);
    }

    /** The same, to a chosen depth. {@link Tier#FAST} marks no words and so offers none. */
    @Override
    public Analysis analyze(Draft draft, int suggestions, @Nullable String them, Tier tier) {
        return analyzeAll(List.of(new Ask(draft, suggestions, them)), tier).get(0);
    }

    @Override
    public List<Analysis> analyzeAll(List<Ask> asks, Tier tier) {
        cores.take();
        try {
            return read(asks, tier);
        } finally {
            cores.giveBack();
        }
    }

    private List<Analysis> read(List<Ask> asks, Tier tier) {
        @Nullable Analysis[] all = new Analysis[asks.size()];
        List<Opened> open = new ArrayList<>(asks.size());
        for (int i = 0; i < all.length; i++) {
            Draft read = readable(asks.get(i).draft());
            Annotated surface = engines.observer().glance(read.text());
            Opened one = new Opened(i, asks.get(i), read, surface, DangerFinder.suggestsDanger(read));
            if (tier != Tier.FULL) {
                all[i] = atOnce(one, tier);
            }
            if (all[i] == null) {
                open.add(one);
            }
        }
        List<Verdict.@Nullable Decided> skimmed = tier == Tier.FULL
                ? Collections.nCopies(open.size(), null)
                : skimmer.read(open.stream().map(Opened::read).toList());
        for (int i = 0; i < open.size(); i++) {
            Opened one = open.get(i);
            Verdict.Decided sure = skimmed.get(i);
            all[one.at()] = sure == null ? inFull(one) : analysis(one, sure, List.of(), one.surface(), Tier.FAST);
        }
        return Arrays.stream(all).map(Objects::requireNonNull).toList();
    }

    /**
     * A draft being read.
     *
     * @param at its place among those asked
     * @param read as much of it as is looked at
     * @param surface its language, no more
     */
    private record Opened(int at, Ask ask, Draft read, Annotated surface, boolean danger) {}

    /** What can be said without any reader: that a text is not to be read, or what the student makes of it; null when deeper reading is due. */
    private @Nullable Analysis atOnce(Opened one, Tier tier) {
        Verdict verdict = undecided(one.read(), one.surface());
        if (verdict == null) {
            Settings settings = classifier.settings();
            Glance glance = student.read(one.read(), settings.strictness());
            boolean sure = glance.surelyNeutral()
                    && glance.margin() > skimmer.first(one.read().bid().isKnown());
            if (tier == Tier.AUTO && !sure) {
                return null;
            }
            verdict = settings.applied(glance.verdict(), one.read().text());
        }
        return analysis(one, verdict, List.of(), one.surface(), Tier.FAST);
    }

    private Analysis inFull(Opened one) {
        Annotated annotated = engines.observer().annotate(one.read().text());
        Verdict verdict = undecided(one.read(), annotated);
        List<Suggestion> wordings = List.of();
        if (verdict == null) {
            Phrasebook offered = phrases;
            int wanted = offered == null ? 0 : one.ask().suggestions();
            Groundwork ahead =
                    offered != null && wanted > 0 ? new Groundwork(one.read().bid(), engines, offered) : null;
            if (ahead != null
                    && cores.oneIsIdle()
                    && student.read(one.read()).scores().flag() > LIKELY_FLAG) {
                ahead.begin();
            }
            Observation seen = classifier.worst(engines.observer().observe(one.read(), annotated));
            boolean doubtful = classifier.asksGrammar(seen);
            if (doubtful && ahead != null && cores.oneIsIdle()) {
                ahead.begin();
            }
            Observation worst = doubtful ? engines.observer().withGrammar(seen) : seen;
            verdict = classifier.decideInWhole(worst);
            if (verdict.label().isFlag() && ahead != null) {
                wordings =
                        suggestions(one.ask().draft(), worst, ahead, one.ask().them(), wanted, one.danger());
            }
        }
        return analysis(one, verdict, wordings, annotated, Tier.FULL);
    }

    private Analysis analysis(Opened one, Verdict verdict, List<Suggestion> wordings, Annotated annotated, Tier tier) {
        return new Analysis(
                one.ask().draft(),
                verdict,
                wordings,
                one.danger() ? Care.POSSIBLE_DANGER : null,
                annotated.language().code(),
                tier,
                provenance);
    }

    /** Words for the coldest stretch, set into the whole draft. */
    private List<Suggestion> suggestions(
            Draft draft, Observation coldest, Groundwork ahead, @Nullable String them, int wanted, boolean danger) {
        return Objects.requireNonNull(suggester).suggest(moment(coldest, ahead, them, wanted, danger)).stream()
                .map(s -> s.within(draft.text(), coldest.start()))
                // what was weighed is the stretch; of a longer draft the whole is read again too
                .filter(s -> coldest.start() == 0
                                && coldest.draft().text().length()
                                        == draft.text().length()
                        || !verdict(draft.with(s.rewritten())).label().isFlag())
                .toList();
    }

    private Moment moment(Observation coldest, Groundwork ahead, @Nullable String them, int wanted, boolean danger) {
        return new Moment(
                coldest.draft(),
                coldest.parsed(),
                ahead.grammar(),
                classifier.decide(coldest),
                them,
                wanted,
                danger,
                classifier.isTorn(coldest),
                ahead.meaning());
    }

    /**
     * What would be tried in place of a whole flagged draft, were nothing let through: what a reader of wordings learns from. None for a
     * draft that is not flagged.
     */
    public List<Draft> tries(Draft draft) {
        Draft read = readable(draft);
        Annotated annotated = engines.observer().annotate(read.text());
        if (offered == null || phrases == null || undecided(read, annotated) != null) {
            return List.of();
        }
        Observation seen = classifier.worst(engines.observer().observe(read, annotated));
        Observation worst = classifier.asksGrammar(seen) ? engines.observer().withGrammar(seen) : seen;
        if (!classifier.decideInWhole(worst).label().isFlag()) {
            return List.of();
        }
        Tries tries = new Tries();
        Groundwork ahead = new Groundwork(read.bid(), engines, phrases);
        suggester(offered, tries).suggest(moment(worst, ahead, null, TRIED, DangerFinder.suggestsDanger(read)));
        return tries.all();
    }

    private Suggester suggester(PhraseSource bank, Reading reading) {
        return new Suggester(bank, reading, student::trouble, weights == null ? Suggester.shippedWeights() : weights);
    }

    @Override
    public @Nullable BidKind bid(Bid bid) {
        return bid(bid, Tier.AUTO);
    }

    @Override
    public @Nullable BidKind bid(Bid bid, Tier tier) {
        Bid read = readable(new Draft("", bid)).bid();
        Annotated surface = engines.observer().glance(String.join("\n", read.utterances()));
        if (!read.isKnown() || !surface.hasWords() || !surface.language().english()) {
            return null;
        }
        BidKind kind = tier == Tier.FULL ? null : skimmer.bid(read, tier == Tier.AUTO);
        return kind == null ? classifier.bid(engines.reader().read(read, "")) : kind;
    }

    @Override
    public double asks(Bid bid, Tier tier) {
        Bid read = readable(new Draft("", bid)).bid();
        return read.isKnown()
                ? tier == Tier.FULL ? classifier.asks(engines.reader().read(read, "")) : skimmer.asks(read)
                : 0;
    }

    @Override
    public Map<BidKind, Double> kinds(Bid bid) {
        Bid read = readable(new Draft("", bid)).bid();
        return read.isKnown() ? skimmer.kinds(read) : Map.of();
    }

    @Override
    public boolean tellsKinds() {
        return true;
    }

    private Reading rereading() {
        return new Rereading(wordings, this::verdict, cores);
    }

    /** A verdict alone, for a wording that is weighed. */
    private Verdict verdict(Draft draft) {
        Draft read = readable(draft);
        Observation worst = forWordings.worst(
                engines.observer().observe(read, engines.observer().annotate(read.text())));
        return forWordings.decideInWhole(
                forWordings.asksGrammar(worst) ? engines.observer().withGrammar(worst) : worst);
    }

    private static @Nullable Verdict undecided(Draft draft, Annotated annotated) {
        boolean picture = draft.bid().isKnown() && annotated.hasPictures();
        if (!annotated.hasWords() && !picture) {
            return new Verdict.Undecided(Verdict.Reason.NO_WORDS);
        }
        if (!annotated.language().english()) {
            return new Verdict.Undecided(Verdict.Reason.NOT_ENGLISH);
        }
        return null;
    }

    private static Draft readable(Draft draft) {
        if (draft.text().length() <= MOST_CHARACTERS
                && draft.bid().utterances().stream().allMatch(u -> u.length() <= MOST_CHARACTERS)) {
            return draft;
        }
        List<String> bid = draft.bid().utterances().stream()
                .map(u -> u.length() <= MOST_CHARACTERS ? u : u.substring(u.length() - MOST_CHARACTERS))
                .toList();
        String text = draft.text().length() <= MOST_CHARACTERS
                ? draft.text()
                : draft.text().substring(0, MOST_CHARACTERS);
        return new Draft(text, new Bid(bid));
    }

    @Override
    public @Nullable AskingAfter askAfter(String thing, @Nullable String time, Sort sort, boolean over, String seed) {
        return asking == null ? null : asking.word(thing, time, sort, over, seed);
    }

    @Override
    public @Nullable AskingAfter reachOut(Occasion occasion, String seed) {
        return asking == null ? null : asking.word(occasion, seed);
    }

    /** The version of the models, as {@code 2026.11-r1}. */
    @Override
    public String model() {
        return provenance.model();
    }

    @Override
    public @Nullable Phrasebook phrases() {
        return phrases;
    }

    @Override
    public Analyses offering(Collection<Phrase> more) throws IOException {
        if (phrases == null) {
            return this::analyze;
        }
        Rehearsal rehearsal = phrases.rehearsal(more);
        Analyzer with = new Analyzer(
                cores,
                engines,
                student,
                skimmer,
                wordings,
                classifier,
                encoder,
                phrases,
                rehearsal,
                weights,
                provenance,
                asking);
        return new Analyses() {
            @Override
            public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
                return with.analyze(draft, suggestions, them);
            }

            // all else is this analyzer's, which stays open
            @Override
            public void close() {
                rehearsal.close();
            }
        };
    }

    @Override
    public void close() {
        engines.close();
        skimmer.close();
        if (wordings != null) {
            wordings.close();
        }
        if (encoder != null) {
            encoder.close();
        }
        try {
            if (phrases != null) {
                phrases.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the phrase index could not be closed", e);
        }
    }

    /** What an analyzer is built from. */
    public static final class Builder {
        private Path models = Path.of("models");
        private @Nullable Path own;
        private @Nullable Properties weights;
        private boolean small;

        private Builder() {}

        /**
         * The student and the readers alone, for computers with little memory: no grammar, no wordings. A flag that only the grammar could settle is
         * not raised, and the words of a flag are those that the reader marks. {@link Analyzer#model} then ends in {@code -small}.
         */
        public Builder small() {
            small = true;
            return this;
        }

        /** The user's data folder; phrases of their own in it are offered too. None unless set. */
        public Builder own(Path folder) {
            own = folder;
            return this;
        }

        /**
         * What counts for how much when wordings are ranked, in place of the numbers that ship; by the names of
         * {@code weights.properties}.
         */
        public Builder weights(Properties some) {
            weights = new Properties();
            weights.putAll(some);
            return this;
        }

        /** The folder of model files; {@code models} in the working directory unless set. */
        public Builder models(Path folder) {
            models = folder;
            return this;
        }

        private static AskingPhrases asking(Phrasebook phrases) throws ModelException {
            try {
                return new AskingPhrases(phrases.shipped());
            } catch (IOException e) {
                throw new ModelException("the phrase index cannot be read; run 'mvn -q package -DskipTests'", e);
            }
        }

        /**
         * Loads the models, some seconds of work.
         *
         * @throws ModelException when a file is missing or damaged; the message says which and what to do
         */
        public Analyzer build() throws ModelException {
            ModelStore store = ModelStore.open(models);
            Classifier classifier = new Classifier(Calibration.open(store));
            CompletableFuture<WordPiece> pieces = Engines.loading(() -> WordPiece.open(store));
            CompletableFuture<@Nullable SentenceEncoder> encoder = small
                    ? CompletableFuture.completedFuture(null)
                    : Engines.loading(() -> SentenceEncoder.open(store, Engines.loaded(pieces)));
            CompletableFuture<Skimmer> skimmer =
                    Engines.loading(() -> Skimmer.open(store, Engines.loaded(pieces), classifier));
            CompletableFuture<@Nullable WordingReader> wordings = small
                    ? CompletableFuture.completedFuture(null)
                    : Engines.loading(() -> WordingReader.open(store, Engines.loaded(pieces), classifier));
            Engines engines = null;
            try {
                engines = Engines.open(store, pieces, !small);
                SentenceEncoder sentences = Engines.loaded(encoder);
                Phrasebook phrases = sentences == null ? null : Phrasebook.open(models, own, sentences);
                return new Analyzer(
                        new Cores(),
                        engines,
                        Student.open(store),
                        Engines.loaded(skimmer),
                        Engines.loaded(wordings),
                        classifier,
                        sentences,
                        phrases,
                        phrases,
                        weights,
                        new Provenance(small ? store.version() + "-small" : store.version()),
                        phrases == null ? null : asking(phrases));
            } catch (ModelException | RuntimeException e) {
                // native memory; a server tries again and again
                if (engines != null) {
                    engines.close();
                }
                encoder.thenAccept(some -> {
                    if (some != null) {
                        some.close();
                    }
                });
                skimmer.thenAccept(Skimmer::close);
                wordings.thenAccept(some -> {
                    if (some != null) {
                        some.close();
                    }
                });
                throw e;
            }
        }
    }
}
