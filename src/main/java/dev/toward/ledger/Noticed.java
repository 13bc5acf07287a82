package dev.toward.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is worth noticing in chats, beside the counts: each with the message that it comes from. Lists are bounded for each chat,
 * the newest stay.
 *
 * @param followUps what others told of and nobody asked about, those that are due first, the newest first
 * @param promises what somebody said they would do, and no trace of it; the newest first
 * @param quiet chats of two that fell silent, the longest silence first
 * @param lateNights who wrote after midnight many nights in a row, the newest first
 */
public record Noticed(
        List<FollowUp> followUps, List<OpenPromise> promises, List<QuietContact> quiet, List<LateNights> lateNights) {
    public Noticed {
        followUps = List.copyOf(followUps);
        promises = List.copyOf(promises);
        quiet = List.copyOf(quiet);
        lateNights = List.copyOf(lateNights);
    }

    /** What could be said of the day today, when it is near. */
    private static @Nullable String weekday(FollowUp followUp, @Nullable LocalDateTime end) {
        if (end == null || followUp.day().isAfter(end.toLocalDate().plusDays(6))) {
            return null;
        }
        LocalDate today = end.toLocalDate();
        if (followUp.day().equals(today)) {
            return "today";
        }
        return followUp.day().equals(today.plusDays(1))
                ? "tomorrow"
                : "on " + followUp.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static Noticed of(Collection<Course> courses, @Nullable LocalDateTime end, FollowUp.Wording wording) {
        List<FollowUp> followUps = new ArrayList<>();
        List<OpenPromise> promises = new ArrayList<>();
        List<QuietContact> quiet = new ArrayList<>();
        List<LateNights> late = new ArrayList<>();
        for (Course course : courses) {
            for (FollowUp followUp : course.followUps()) {
                followUps.add(followUp.with(wording.word(
                        followUp.thing(),
                        weekday(followUp, end),
                        followUp.sort(),
                        followUp.due(),
                        followUp.conversation().id() + followUp.id())));
            }
            promises.addAll(course.promises());
            late.addAll(course.lateNights());
            if (end != null) {
                QuietContact contact = course.quiet(end);
                if (contact != null) {
                    quiet.add(contact);
                }
            }
        }
        followUps.sort(Comparator.comparing(FollowUp::due)
                .reversed()
                .thenComparing(FollowUp::day, Comparator.reverseOrder())
                .thenComparing(f -> f.conversation().id())
                .thenComparing(FollowUp::id));
        promises.sort(Comparator.comparing(OpenPromise::day, Comparator.reverseOrder())
                .thenComparing(p -> p.conversation().id())
                .thenComparing(OpenPromise::id));
        quiet.sort(Comparator.comparing(QuietContact::silence, Comparator.reverseOrder())
                .thenComparing(q -> q.conversation().id()));
        late.sort(Comparator.comparing(LateNights::to, Comparator.reverseOrder())
                .thenComparing(l -> l.conversation().id())
                .thenComparing(l -> l.by().id()));
        return new Noticed(followUps, promises, quiet, late);
    }
}
