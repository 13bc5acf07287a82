package dev.toward.train;

import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A WhatsApp export of as many messages as wanted, in twenty chats of two to five people, for {@code bench/scan.sh}: plain and warm drafts of the
 * train and dev splits after the bids that they answer, bids and drafts that answer nothing, what phones are full of ("on my way", media), and some
 * that turn away. Short ones more often than long ones, each typed a little otherwise every time. The same arguments give the same files.
 */
public final class MadeUpExport {
    private static final int CHATS = 20;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm", Locale.ROOT);
    private static final List<String> NAMES =
            List.of("Ana Lopez", "Ben", "Chidi", "Dee", "Ewa Nowak", "Farid", "Gwen", "Hana", "Ivo", "Jo");
    private static final List<String> EVERYDAY = List.of(
            "ok",
            "on my way",
            "haha",
            "yes",
            "no",
            "5 min",
            "here",
            "where are you",
            "see you there",
            "thanks",
            "ok cool",
            "lol",
            "almost home",
            "yep",
            "sounds good",
            "what time",
            "7 works",
            "at the shop, need anything?",
            "milk please",
            "done",
            "call you later",
            "running late",
            "which one",
            "the blue one",
            "great",
            "good morning",
            "night x",
            "👍",
            "😂",
            "same",
            "did you lock the door",
            "yes I did",
            "bus is late again",
            "got the tickets",
            "table for six is booked",
            "love it",
            "leaving now",
            "parked outside",
            "can you pick up the parcel",
            "sure",
            "back by 8",
            "dinner is in the oven");

    private final Random random;
    private final Noise noise;
    private final List<Draft> pairs = new ArrayList<>();
    private final List<Draft> cold = new ArrayList<>();
    private final List<String> alone = new ArrayList<>();

    private MadeUpExport(Path corpus) throws IOException {
        random = new Random(5);
        noise = new Noise(random);
        for (String split : List.of("train", "dev")) {
            for (Example example :
                    LabelledFile.readAll(corpus.resolve("labelled").resolve(split))) {
                Draft draft = example.draft();
                boolean known = draft.bid().isKnown();
                boolean plain = example.label() == Label.NEUTRAL || example.label() == Label.VALIDATING;
                if (plain && known) {
                    pairs.add(draft);
                    alone.add(draft.bid().last());
                } else if (plain) {
                    alone.add(draft.text());
                } else if (known) {
                    cold.add(draft);
                }
            }
        }
    }

    /** Arguments: how many messages, into which folder, and of a hundred exchanges how many turn away, 6 unless said. */
    public static void main(String[] args) throws IOException {
        int messages = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        double away = (args.length > 2 ? Double.parseDouble(args[2]) : 6) / 100;
        Files.createDirectories(folder);
        MadeUpExport export = new MadeUpExport(Path.of("corpus"));
        for (int chat = 0; chat < CHATS; chat++) {
            export.write(folder, chat, messages / CHATS + (chat < messages % CHATS ? 1 : 0), away);
        }
    }

    private void write(Path folder, int chat, int messages, double away) throws IOException {
        int people = 2 + (chat % 4 == 3 ? random.nextInt(4) : 0);
        LocalDateTime now = LocalDateTime.of(2016 + chat % 9, 1 + chat % 12, 3, 8, 0);
        Path file = folder.resolve("WhatsApp Chat with " + NAMES.get(chat % NAMES.size()) + " " + chat + ".txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            int speaker = 0;
            int written = 0;
            while (written < messages) {
                List<String> said = exchange(away);
                if (random.nextInt(5) == 0) {
                    speaker = other(speaker, people);
                }
                for (int i = 0; i < said.size() && written < messages; i++, written++) {
                    if (i > 0 && i == said.size() - 1) {
                        speaker = other(speaker, people);
                    }
                    now = now.plusSeconds(20 + random.nextInt(i == 0 ? 7200 : 300));
                    out.write(CLOCK.format(now) + " - " + NAMES.get((chat + speaker) % NAMES.size()) + ": "
                            + said.get(i).replaceAll("[\\r\\n]+", " ") + "\n");
                }
            }
        }
    }

    private int other(int speaker, int people) {
        return (speaker + 1 + random.nextInt(people - 1)) % people;
    }

    /** Messages that belong together, the last by somebody else; or one alone. */
    private List<String> exchange(double away) {
        if (random.nextDouble() < away) {
            return pair(cold);
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> pair(pairs);
            case 5, 6 -> List.of(shorter(alone));
            case 7 ->
                List.of(random.nextInt(3) == 0 ? "<Media omitted>" : EVERYDAY.get(random.nextInt(EVERYDAY.size())));
            default ->
                List.of(EVERYDAY.get(random.nextInt(EVERYDAY.size())), EVERYDAY.get(random.nextInt(EVERYDAY.size())));
        };
    }

    private List<String> pair(List<Draft> from) {
        Draft one = from.get(random.nextInt(from.size()));
        Draft other = from.get(random.nextInt(from.size()));
        Draft draft = one.text().length() <= other.text().length() ? one : other;
        List<String> said = new ArrayList<>();
        draft.bid().utterances().stream().filter(u -> !u.isBlank()).forEach(u -> said.add(noise.on(u)));
        said.add(noise.on(draft.text()));
        return said;
    }

    private String shorter(List<String> from) {
        String one = from.get(random.nextInt(from.size()));
        String other = from.get(random.nextInt(from.size()));
        return noise.on(one.length() <= other.length() ? one : other);
    }
}
