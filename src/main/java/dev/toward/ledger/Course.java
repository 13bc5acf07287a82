package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation leaves to notice as its messages go by: who begins its talks, rituals of morning and evening, nights that
 * grow late, what was told of the days ahead. Hours of the day are told by a wall clock only: a moment in UTC does not say whether it
 * was night where somebody sat. Its size is bounded. Not for several threads.
 */
final class Course {
    /** Who writes after so long begins anew; shorter pauses are people at work. */
    static final Duration PAUSE = Duration.ofHours(6);

    private static final int STARTS_ENOUGH = 5;
    private static final Duration SILENCE_LEAST = Duration.ofDays(14);
    private static final int SILENCE_TIMES = 4;
    private static final int DAWN = 5;
    private static final int NIGHTS_KEPT = 12;
    private static final int IDS_KEPT = 7;
    private static final Pattern MORNING = Pattern.compile(
            "^\\W*(?:good\\s+)?morn(?:ing|in)?\\b|\\bgood\\s+morning\\b|^\\W*gm\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENING = Pattern.compile(
            "\\b(?:good\\s?night|g'?night|night[\\s-]night|nighty night|sleep (?:well|tight)|sweet dreams)\\b|^\\W*(?:gn|night|nite|nights)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Conversation conversation;
    private final Memory memory;
    private final Gaps pauses = new Gaps();
    private final Map<String, Days> days = new LinkedHashMap<>();
    private final Map<String, Nights> nights = new LinkedHashMap<>();
    private final List<LateNights> late = new ArrayList<>();
    private @Nullable LocalDateTime last;
    private @Nullable Author lastBy;
    private @Nullable LocalDateTime began;
    private final Set<String> writers = new HashSet<>();

    /** @param learnt what to remember by, or null for the rules */
    Course(Conversation conversation, @Nullable Foresight learnt) {
        this.conversation = conversation;
        this.memory = learnt == null ? new Remembering(conversation) : new LearntMemory(conversation, learnt);
    }

    /** What a message is, beside its words. */
    record Step(boolean starts, boolean morning, boolean evening) {
        private static final Step NOTHING = new Step(false, false, false);

        void count(PairTally tally) {
            if (starts) {
                tally.starts();
            }
            if (morning) {
                tally.morning();
            }
            if (evening) {
                tally.evening();
            }
        }
    }

    private static final class Days {
        private @Nullable LocalDate morning;
        private @Nullable LocalDate evening;
    }

    private static final class Nights {
        private final Author by;
        private LocalDate from;
        private LocalDate to;
        private int count = 1;
        private final Deque<String> ids = new ArrayDeque<>();

        Nights(Author by, LocalDate night) {
            this.by = by;
            this.from = night;
            this.to = night;
        }
    }

    /**
     * Takes the next message of the conversation, words or none.
     *
     * @param read its reading, or null
     * @param outlook what it shows by itself, where that was looked for; else null
     */
    Step next(
            Message message,
            Author author,
            @Nullable Author to,
            @Nullable InReplyTo inReplyTo,
            @Nullable Analysis read,
            @Nullable Outlook outlook) {
        Timestamp time = message.time();
        if (writers.size() < 3) {
            writers.add(author.id());
        }
        if (time == null) {
            return Step.NOTHING;
        }
        LocalDateTime now = time.clock();
        Duration since = Talk.gap(last, now);
        boolean linked = inReplyTo != null && inReplyTo.link() == InReplyTo.Link.EXPLICIT;
        boolean starts = last == null || since != null && since.compareTo(PAUSE) >= 0 && !linked;
        if (starts) {
            Duration between = Talk.gap(began, now);
            if (between != null) {
                pauses.add(between);
            }
            began = now;
        }
        last = last == null || now.isAfter(last) ? now : last;
        lastBy = author;
        if (outlook != null && memory instanceof LearntMemory learnt) {
            learnt.next(outlook, to);
        } else {
            memory.next(message, author, to, now, read);
        }
        boolean morning = false;
        boolean evening = false;
        if (time instanceof Timestamp.Wall) {
            late(message, author, now);
            if (Talk.hasWords(message)) {
                Days theirs = days.computeIfAbsent(author.id(), id -> new Days());
                LocalDate day = now.minusHours(DAWN).toLocalDate();
                int hour = now.getHour();
                String text = message.text().toLowerCase(Locale.ROOT);
                if (hour >= 4
                        && hour < 12
                        && !day.equals(theirs.morning)
                        && MORNING.matcher(text).find()) {
                    morning = true;
                    theirs.morning = day;
                } else if ((hour >= 19 || hour < DAWN)
                        && !day.equals(theirs.evening)
                        && EVENING.matcher(text).find()) {
                    evening = true;
                    theirs.evening = day;
                }
            }
        }
        return new Step(starts, morning, evening);
    }

    /** Takes a call, which says nothing but may be what was promised. */
    void call(Message call, Author author, @Nullable Author to) {
        if (call.time() != null) {
            memory.next(call, author, to, call.time().clock(), null);
        }
    }

    private void late(Message message, Author author, LocalDateTime now) {
        if (now.getHour() >= DAWN) {
            return;
        }
        LocalDate night = now.toLocalDate().minusDays(1);
        Nights run = nights.get(author.id());
        if (run != null && !night.isAfter(run.to)) {
            return;
        }
        if (run != null && night.equals(run.to.plusDays(1))) {
            run.to = night;
            run.count++;
        } else {
            if (run != null) {
                keep(run);
            }
            run = new Nights(author, night);
            nights.put(author.id(), run);
        }
        run.ids.addLast(message.id());
        if (run.ids.size() > IDS_KEPT) {
            run.ids.removeFirst();
        }
    }

    private void keep(Nights run) {
        if (run.count >= LateNights.MANY) {
            late.add(nights(run));
            if (late.size() > NIGHTS_KEPT) {
                late.remove(0);
            }
        }
    }

    private LateNights nights(Nights run) {
        return new LateNights(conversation, run.by, run.from, run.to, run.count, List.copyOf(run.ids));
    }

    List<LateNights> lateNights() {
        List<LateNights> all = new ArrayList<>(late);
        nights.values().stream()
                .filter(run -> run.count >= LateNights.MANY)
                .map(this::nights)
                .forEach(all::add);
        return all;
    }

    List<FollowUp> followUps() {
        return last == null ? List.of() : memory.followUps(last);
    }

    List<OpenPromise> promises() {
        return last == null ? List.of() : memory.promises(last);
    }

    /** This chat, if it is one of two and has been silent for much longer than was usual. */
    @Nullable
    QuietContact quiet(LocalDateTime end) {
        if (writers.size() != 2 || last == null || lastBy == null || pauses.count() < STARTS_ENOUGH) {
            return null;
        }
        Duration usual = pauses.median();
        Duration silence = Talk.gap(last, end);
        if (usual == null
                || silence == null
                || silence.compareTo(SILENCE_LEAST) < 0
                || silence.compareTo(usual.multipliedBy(SILENCE_TIMES)) < 0) {
            return null;
        }
        return new QuietContact(conversation, lastBy, last, usual, silence);
    }
}
