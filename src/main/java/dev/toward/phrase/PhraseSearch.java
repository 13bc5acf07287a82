package dev.toward.phrase;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** A query as the index understands it. What was written is only ever read as words, never as query syntax. */
final class PhraseSearch {
    /** What a message is about stands near its end often enough, and nobody waits for 50,000 characters. */
    private static final int READ = 1000;

    private static final int MOST_TERMS = 32;
    private static final Analyzer ENGLISH = PhraseFields.english();

    private final PhraseQuery asked;
    private final String context;

    PhraseSearch(PhraseQuery asked) {
        this.asked = asked;
        this.context = end(asked.context());
    }

    /** The part of the message that is read. */
    String context() {
        return context;
    }

    static String end(String text) {
        if (text.length() <= READ) {
            return text;
        }
        int from = text.length() - READ;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    Query byWords() {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String term : terms()) {
            words.add(new TermQuery(new Term(PhraseFields.CONTEXT, term)), Occur.SHOULD);
            words.add(new BoostQuery(new TermQuery(new Term(PhraseFields.TEXT, term)), 0.5f), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(words.build(), Occur.MUST)
                .add(tags(), Occur.FILTER)
                .build();
    }

    private Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = ENGLISH.tokenStream(PhraseFields.CONTEXT, context)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && terms.size() < MOST_TERMS) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("reading a text in memory", e);
        }
        return terms;
    }

    /** What the tags must be. */
    Query tags() {
        BooleanQuery.Builder tags = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        anyOf(tags, PhraseFields.BID, asked.bids().stream().map(BidKind::id), List.of());
        anyOf(tags, PhraseFields.GESTURE, asked.gestures().stream().map(Gesture::id), List.of());
        anyOf(
                tags,
                PhraseFields.SITUATION,
                asked.situations().stream().map(Situation::id),
                List.of(Situation.ANY.id()));
        anyOf(tags, PhraseFields.HEALS, asked.heals().stream().map(Tactic::id), List.of(PhraseFields.ANYTHING));
        anyOf(tags, PhraseFields.REGISTER, asked.registers().stream().map(Register::id), List.of());
        anyOf(tags, PhraseFields.INTENSITY, asked.intensities().stream().map(Intensity::id), List.of());
        for (Slot slot : EnumSet.allOf(Slot.class)) {
            if (!asked.fillable().contains(slot)) {
                tags.add(new TermQuery(new Term(PhraseFields.SLOT, slot.id())), Occur.MUST_NOT);
            }
        }
        return tags.build();
    }

    private static void anyOf(BooleanQuery.Builder tags, String field, Stream<String> ids, Collection<String> always) {
        List<BytesRef> terms = ids.sorted().map(BytesRef::new).toList();
        if (!terms.isEmpty()) {
            List<BytesRef> all = Stream.concat(terms.stream(), always.stream().map(BytesRef::new))
                    .toList();
            tags.add(new TermInSetQuery(field, all), Occur.FILTER);
        }
    }
}
