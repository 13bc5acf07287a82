package dev.toward.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.Analyses;
import dev.toward.ColdPhrase;
import dev.toward.Phrasebook;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.PhraseQuery;
import dev.toward.phrase.Phrases;
import dev.toward.phrase.ScoredPhrase;
import dev.toward.phrase.TagKind;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/phrases}: the phrases that ship and the user's own; only the latter can be changed. */
final class PhrasesEndpoint implements Endpoint {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USUAL = 20;
    private static final int MOST = 1000;

    private final Readiness readiness;
    private final Workers workers;
    private final Bodies bodies;

    PhrasesEndpoint(Service service) {
        this.readiness = service.readiness();
        this.workers = service.workers();
        this.bodies = service.bodies();
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/phrases", this::list);
        routes.post("/v1/phrases", this::add);
        routes.delete("/v1/phrases", this::remove);
    }

    /** {@code GET ?q=WORDS&gesture=ID&context=MESSAGE&limit=N}. */
    private void list(Context ctx) throws Exception {
        Phrasebook book = book();
        int limit = limit(ctx.queryParam("limit"));
        Gesture gesture = gesture(ctx.queryParam("gesture"));
        String words =
                ctx.queryParam("q") == null ? "" : ctx.queryParam("q").strip().toLowerCase(Locale.ROOT);
        String context = ctx.queryParam("context");
        String answer = workers.apply(() -> {
            Set<String> own = new HashSet<>();
            book.own().forEach(p -> own.add(p.id()));
            Stream<Phrase> found = context == null
                    ? book.all().stream()
                    : book
                            .search(PhraseQuery.near(context, MOST)
                                    .gestures(gesture == null ? Set.of() : Set.of(gesture)))
                            .stream()
                            .map(ScoredPhrase::phrase);
            ObjectNode all = JSON.createObjectNode();
            ArrayNode phrases = all.putArray("phrases");
            for (Phrase phrase : found.filter(p -> gesture == null || p.gesture() == gesture)
                    .filter(p -> p.text().toLowerCase(Locale.ROOT).contains(words))
                    .limit(limit)
                    .toList()) {
                phrases.add(
                        ((ObjectNode) JSON.readTree(PhraseFile.line(phrase))).put("own", own.contains(phrase.id())));
            }
            return all.toString();
        });
        ctx.contentType("application/json").result(answer);
    }

    /** {@code POST} of {@code text} and {@code gesture}, and what else is known of the phrase. */
    private void add(Context ctx) throws Exception {
        byte[] body = JsonBody.of(ctx, bodies);
        Analyses analyses = readiness.analyses();
        Phrasebook book = book();
        JsonNode asked;
        try {
            asked = JSON.readTree(body);
        } catch (IOException e) {
            throw new Problem(400, "Not understood", "The body is not JSON.").thrown();
        }
        String line = workers.apply(() -> {
            Phrase phrase = phrase(asked, book.all());
            ColdPhrase cold = ColdPhrase.in(phrase, analyses);
            if (cold != null) {
                throw impossible(sentence(cold.why()), "/text");
            }
            try {
                book.add(List.of(phrase));
            } catch (IllegalArgumentException e) {
                throw new Problem(409, "Taken", "A phrase of yours has this id already.").thrown();
            }
            return PhraseFile.line(phrase);
        });
        ctx.status(201).contentType("application/json").result(line);
    }

    /** {@code DELETE ?id=ID}. */
    private void remove(Context ctx) throws Exception {
        String id = ctx.queryParam("id");
        if (id == null || id.isEmpty()) {
            throw new Problem(400, "Not understood", "Say which phrase, as in ?id=presence/own-001.").thrown();
        }
        Phrasebook book = book();
        workers.apply(() -> {
            boolean theirs = book.own().stream().anyMatch(p -> p.id().equals(id));
            if (!theirs && book.all().stream().anyMatch(p -> p.id().equals(id))) {
                throw new Problem(
                                403, "Not yours", "This phrase ships with the program; only your own can be taken out.")
                        .thrown();
            }
            if (!theirs) {
                throw new Problem(404, "Not found", "No phrase of yours has this id.").thrown();
            }
            book.remove(List.of(id));
            return id;
        });
        ctx.status(204);
    }

    private Phrasebook book() {
        return book(readiness);
    }

    /** The phrases that are served; throws the problem where there are none. */
    static Phrasebook book(Readiness readiness) {
        Phrasebook book = readiness.analyses().phrases();
        if (book == null) {
            throw Problem.ofStatus(404).thrown();
        }
        return book;
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        if (!given.matches("[0-9]{1,4}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > MOST) {
            throw new Problem(400, "Not understood", "limit: expected a whole number from 1 to " + MOST + ".").thrown();
        }
        return Integer.parseInt(given);
    }

    private static @Nullable Gesture gesture(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        try {
            return TagKind.GESTURE.of(id);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Not understood", "gesture: " + e.getMessage() + ".").thrown();
        }
    }

    private static Phrase phrase(JsonNode asked, List<Phrase> all) {
        if (!asked.path("text").isTextual()) {
            throw impossible("The body has no text.", "/text");
        }
        List<Gesture> gestures = tags(asked, "gesture", TagKind.GESTURE);
        if (gestures.size() != 1) {
            throw impossible("Expected one gesture.", "/gesture");
        }
        List<Intensity> weight = tags(asked, "intensity", TagKind.INTENSITY);
        try {
            return new Phrases(all)
                    .like(
                            asked.path("text").asText(),
                            gestures.get(0),
                            tags(asked, "bids", TagKind.BID),
                            tags(asked, "situations", TagKind.SITUATION),
                            tags(asked, "heals", TagKind.TACTIC),
                            tags(asked, "registers", TagKind.REGISTER),
                            weight.isEmpty() ? Intensity.MEDIUM : weight.get(0),
                            asked.path("for").isTextual() ? asked.path("for").asText() : null);
        } catch (IllegalArgumentException e) {
            throw impossible("The text is no phrase: " + e.getMessage() + ".", "/text");
        }
    }

    private static <E extends Enum<E>> List<E> tags(JsonNode asked, String field, TagKind<E> kind) {
        JsonNode node = asked.path(field);
        if (node.isMissingNode()) {
            return List.of();
        }
        List<E> tags = new ArrayList<>();
        for (JsonNode item : node.isArray() ? node : JSON.createArrayNode().add(node)) {
            try {
                tags.add(kind.of(item.asText()));
            } catch (IllegalArgumentException e) {
                throw impossible(sentence(String.valueOf(e.getMessage())), "/" + field);
            }
        }
        return tags;
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }

    private static Problem.Thrown impossible(String detail, String pointer) {
        return new Problem(422, "Understood but impossible", detail, pointer, Map.of()).thrown();
    }
}
