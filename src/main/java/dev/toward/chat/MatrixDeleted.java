package dev.toward.chat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what Element writes, in English, in place of a deleted message from what somebody says in much the same words: "Message deleted by mistake" is deleted by
 * nobody. Whoever deleted it must be named elsewhere in the room, and be another than the one whose message it was. Immutable.
 */
final class MatrixDeleted {
    private static final int MOST_NAMES = 1_000;
    private static final String BY = ": Message deleted by ";
    private static final Pattern WORDS = Pattern.compile("Message deleted(?: by (.{1,200}))?");
    /** An id, or a name that two bear with the id behind it. */
    private static final Pattern ID =
            Pattern.compile("@[^\\s:]{1,255}:\\S{1,255}|.{1,200} \\(@[^\\s:]{1,255}:\\S{1,255}\\)");

    private final Set<String> known = new HashSet<>();

    /** Goes through the file for the names; a second time only where it says that something was deleted by somebody. */
    MatrixDeleted(Source source, MatrixStamps stamps) throws IOException {
        Set<String> names = new HashSet<>();
        each(source, line -> {
            int at = names.size() < MOST_NAMES ? line.indexOf(BY) : -1;
            if (at >= 0) {
                names.add(line.substring(at + BY.length()));
            }
        });
        if (!names.isEmpty()) {
            each(source, line -> {
                MatrixStamps.Header header = stamps.header(line);
                if (header != null) {
                    names.stream().filter(name -> names(header.rest(), name)).forEach(known::add);
                }
            });
        }
    }

    private static void each(Source source, Consumer<String> take) throws IOException {
        try (Lines lines = Lines.of(source.open())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                take.accept(Marks.strip(line));
                lines.passRest();
            }
        }
    }

    /** Whether somebody of that name says or does something there, or something is done to them. */
    private static boolean names(String rest, String name) {
        return rest.startsWith(name + ": ")
                || rest.startsWith(name + " ")
                || rest.startsWith("* " + name + " ")
                || (!rest.contains(": ") && rest.endsWith(" " + name));
    }

    /**
     * Whether a message is gone.
     *
     * @param author the name of whoever wrote it
     * @param said all of its words
     */
    boolean is(String author, String said) {
        Matcher words = WORDS.matcher(said);
        if (!words.matches()) {
            return false;
        }
        String by = words.group(1);
        return by == null
                || (!by.equals(author) && (known.contains(by) || ID.matcher(by).matches()));
    }
}
