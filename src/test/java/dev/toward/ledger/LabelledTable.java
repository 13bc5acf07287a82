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
    private static final Weights EVEN = Weights.of(List.of("answers\tno\tyes"));

    final LabelledChat chat;
    final List<SittingRow> sittings = new ArrayList<>();
    final Map<String, Signs> ahead = new LinkedHashMap<>();
    private final LearntMemory memory;
    Map<LearntMemory.Kept, Signs> eventSigns = Map.of();
    Map<LearntMemory.Kept, Signs> promiseSigns = Map.of();
    final Remembering rules;
    private final Analyzer analyzer;
    private final BidReader reader;

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
                new Foresight(EVEN, EVEN, EVEN, EVEN),
                chat.messages().size());
        rules = new Remembering(conversation);
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
