package dev.toward.phrase;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of tag that phrases carry, with the ids that its tags are written by: the one place where such an id is read, whether it comes
 * from a file, an option or a request. Immutable; threads may share it.
 *
 * @param type the tags
 * @param naming gives the id of a tag
 */
public record TagKind<E extends Enum<E>>(Class<E> type, Function<E, String> naming) {
    public static final TagKind<Gesture> GESTURE = new TagKind<>(Gesture.class, Gesture::id);
    public static final TagKind<BidKind> BID = new TagKind<>(BidKind.class, BidKind::id);
    public static final TagKind<Tactic> TACTIC = new TagKind<>(Tactic.class, Tactic::id);
    public static final TagKind<Situation> SITUATION = new TagKind<>(Situation.class, Situation::id);
    public static final TagKind<Register> REGISTER = new TagKind<>(Register.class, Register::id);
    public static final TagKind<Relationship> RELATIONSHIP = new TagKind<>(Relationship.class, Relationship::id);
    public static final TagKind<Slot> SLOT = new TagKind<>(Slot.class, Slot::id);
    public static final TagKind<Sort> SORT = new TagKind<>(Sort.class, Sort::id);
    public static final TagKind<Intensity> INTENSITY = new TagKind<>(Intensity.class, Intensity::id);
    public static final TagKind<Length> LENGTH = new TagKind<>(Length.class, Length::id);
    public static final TagKind<Reach> REACH = new TagKind<>(Reach.class, Reach::id);

    /**
     * The tag that is written so.
     *
     * @throws IllegalArgumentException when there is none; the message names those that there are and never repeats {@code id}
     */
    public E of(String id) {
        for (E tag : type.getEnumConstants()) {
            if (naming.apply(tag).equals(id)) {
                return tag;
            }
        }
        throw new IllegalArgumentException("expected one of " + String.join(", ", ids()));
    }

    /** The ids of all tags, in their order. */
    public List<String> ids() {
        return Stream.of(type.getEnumConstants()).map(naming).toList();
    }
}
