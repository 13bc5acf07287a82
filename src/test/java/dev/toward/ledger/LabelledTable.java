package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.Analyzer;
import dev.toward.Ask;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The signs of one labelled conversation, beside what a person says of it and what the rules make of it. */
final class LabelledTable implements Talk.Steps {
    private static final double WORTH_A_LOOK = 0.1;
    private static final Weights EVEN = Weights.of(List.of("answers\tno\tyes"));

    final LabelledChat chat;
    final List<SittingRow> sittings = new ArrayList<>();
    final Map<String, Signs> ahead = new LinkedHashMap<>();
    private final LearntMemory memory;
    Map<LearntMemory.Kept, Signs> eventSigns = Map.of();
    Map<LearntMemory.Kept, Signs> promiseSigns = Map.of();
    /** Of each thing told or promised, by its kind and message, every later message that may come back to it. */
    final Map<String, List<PairRow>> pairs = new LinkedHashMap<>();

    final Remembering rules;
    private final Analyzer analyzer;
    private final BidReader reader;

    /** A later message, and its signs as what comes back. */
    record PairRow(String later, Signs signs) {}

    /** One person's words at a stretch. */
    record SittingRow(
            String id,
            Signs first,
            Signs kinds,
            Signs outcome,
            boolean answered,
            boolean readable,
            OpenBid.Settled ruled,
            String @Nullable [] label) {}

    private LabelledTable(LabelledChat chat, Analyzer analyzer) {
        this.chat = chat;
        this.analyzer = analyzer;
        this.reader = BidReader.of(analyzer, Tier.AUTO);
        var conversation = chat.messages().get(0).conversation();
        memory = new LearntMemory(
                conversation,
                new Foresight(EVEN, EVEN, EVEN, EVEN, EVEN, EVEN),
                chat.messages().size(),
                this::sees);
        rules = new Remembering(conversation);
    }

    /** Pairs are many: only those of what is labelled, or might be taken for such, are kept. */
    private void sees(String told, boolean promise, String later, Signs signs) {
        boolean labelled = (promise ? chat.promises() : chat.events()).containsKey(told);
        Signs by = Objects.requireNonNull(ahead.get(told));
        Foresight shipped = Foresight.shipped();
        if (labelled || (promise ? shipped.promise(by) : shipped.event(by)) > WORTH_A_LOOK) {
            pairs.computeIfAbsent((promise ? "promise " : "event ") + told, id -> new ArrayList<>())
                    .add(new PairRow(later, signs));
        }
    }

    /** The signs with what later messages show, as these weights judge them. */
    Signs judged(Signs after, boolean promise, String told, Weights back) {
        Comebacks comebacks = new Comebacks();
        pairs.getOrDefault((promise ? "promise " : "event ") + told, List.of())
                .forEach(pair -> comebacks.add(back.odds(Foresight.YES, pair.signs())));
        Signs judged = new Signs();
        after.forEach(judged::put);
        comebacks.show(judged);
        return judged;
    }

    static LabelledTable of(LabelledChat chat, Analyzer analyzer) throws IOException, InterruptedException {
        Map<String, Author> authors = new LinkedHashMap<>();
        for (Message message : chat.messages()) {
            Author author = Objects.requireNonNull(message.author());
            authors.put(author.id(), author);
        }
        LabelledTable table = new LabelledTable(chat, analyzer);
        Talk talk = new Talk(false, Period.ALL, authors.size() == 2 ? List.copyOf(authors.values()) : List.of());
        for (Message message : chat.messages()) {
            talk.accept(message, table);
        }
        talk.end(table);
        table.eventSigns = table.memory.eventSigns(table.end());
        table.promiseSigns = table.memory.promiseSigns(table.end());
        return table;
    }

    LocalDateTime end() {
        return clock(chat.messages().get(chat.messages().size() - 1));
    }

    private static LocalDateTime clock(Message message) {
        return Objects.requireNonNull(message.time()).clock();
    }

    @Override
    public @Nullable Future<Analysis> said(
            Message message,
            @Nullable InReplyTo inReplyTo,
            Bid context,
            @Nullable Author answered,
            @Nullable Author to) {
        Author author = Objects.requireNonNull(message.author());
        Analysis read = null;
        if (Talk.hasWords(message)) {
            read = analyzer.analyzeAll(List.of(new Ask(new Draft(message.text(), context), 0, null)), Tier.AUTO)
                    .get(0);
            LocalDateTime now = clock(message);
            Words words = new Words(message.text());
            List<Dated> sentences = Dated.all(words.sentences(), now);
            ahead.put(
                    message.id(),
                    AheadSigns.of(
                            words,
                            sentences,
                            now,
                            read,
                            ComingEvent.in(sentences, now),
                            PromiseWords.in(sentences, now)));
        }
        if (message.isSaid() || message.kind() == Message.Kind.CALL) {
            memory.next(message, author, to, clock(message), read);
            rules.next(message, author, to, clock(message), read);
        }
        return read == null ? null : CompletableFuture.completedFuture(read);
    }

    @Override
    public void closed(OpenBid bid, Outcome ifUnanswered) throws IOException, InterruptedException {
        try {
            Wordbook words = new Wordbook();
            OpenBid.Settled ruled = bid.ruled(ifUnanswered, reader, words);
            BidSense sense = BidSense.of(bid.said(), words);
            Signs first = BidSigns.of(bid.said(), sense, ruled.kind(), ifUnanswered, bid.answers(), words);
            Signs kinds = BidSigns.of(bid.said(), sense, ruled.kind(), ifUnanswered, bid.answers(), words);
            Map<BidKind, Double> odds = reader.odds(bid.whole());
            BidSigns.asked(kinds, odds);
            String id = bid.last().id();
            sittings.add(new SittingRow(
                    id,
                    first,
                    kinds,
                    AnswerSigns.of(bid, ruled, sense, ifUnanswered, odds, words),
                    bid.isAnswered(),
                    !BidSense.isUnreadable(bid.said()),
                    ruled,
                    chat.bids().get(id)));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
