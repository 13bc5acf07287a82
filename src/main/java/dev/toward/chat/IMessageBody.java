package dev.toward.chat;

import dev.toward.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one message in a text of imessage-exporter, with the words told from the exporter's own lines.
 *
 * @param answers true when it says that it answers an earlier message
 * @param replies keys of the messages that answer it, see {@link #key}
 */
record IMessageBody(Message.Kind kind, String text, boolean edited, boolean answers, List<String> replies) {
    private static final int INDENT = 4;
    private static final Pattern TAPBACK = Pattern.compile(
            "\\s*(?:(?:Loved|Liked|Disliked|Laughed|Emphasized|Questioned|[^\\p{ASCII}]\\S{0,20}) by .{1,200}|Sticker from .+|.{0,80}[Ss]ticker from .+)");
    private static final Pattern EDIT = Pattern.compile("Edited .{1,80} later: (.*)");
    private static final Pattern UNSENT = Pattern.compile(
            ".{1,100} unsent this message part.*!|(?:You|They) deleted a message\\.|.{1,100} unsent a message!");
    private static final Pattern STICKER = Pattern.compile(".{0,40}Sticker from .{1,100}: .*");
    private static final Pattern PATH =
            Pattern.compile("(?:attachments[/\\\\]|\\.{1,2}/|~/|/(?:[^/]+/)+|[A-Za-z]:\\\\).{1,400}\\.\\w{1,8}");
    private static final Pattern MEDIA_NAME = Pattern.compile(
            "[\\w .()+-]{1,120}\\.(?i:jpe?g|heic|heics|png|gif|webp|tiff?|mov|mp4|m4v|m4a|caf|amr|mp3|wav|pdf|vcf|docx?|xlsx?|zip)");
    private static final String TRANSCRIPTION = "Transcription: ";
    private static final Set<String> EFFECTS = Set.of(
            "Sent with Confetti",
            "Sent with Echo",
            "Sent with Fireworks",
            "Sent with Balloons",
            "Sent with Heart",
            "Sent with Lasers",
            "Sent with Shooting Star",
            "Sent with Shooting Start",
            "Sent with Sparkles",
            "Sent with Spotlight",
            "Sent with Slam",
            "Sent with Loud",
            "Sent with Gentle",
            "Sent with Invisible Ink");
    private static final Set<String> OTHER_MEDIA =
            Set.of("Attachment missing!", "Started sharing location!", "Stopped sharing location!", "Shared location!");
    private static final String DELETED = "This message was deleted from the conversation!";

    IMessageBody {
        replies = List.copyOf(replies);
    }

    /** What a message has in common with its copy below the one that it answers. */
    static String key(@Nullable Object date, String sender, String firstLine) {
        return date + "|" + Marks.name(sender) + "|" + firstLine.strip();
    }

    /** @param lines below the sender's name */
    static IMessageBody of(List<String> lines, IMessageEvidence evidence) {
        Reading reading = new Reading(lines, evidence);
        reading.read();
        String text = reading.text.toString().strip();
        boolean gone = reading.deleted || (reading.unsent && text.isEmpty());
        Message.Kind kind = gone
                ? Message.Kind.DELETED
                : reading.media ? Message.Kind.MEDIA : text.isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        return new IMessageBody(kind, gone ? "" : text, reading.edited, reading.answers, reading.replies);
    }

    /** Goes along the lines. */
    private static final class Reading {
        private final List<String> lines;
        private final IMessageEvidence evidence;
        private final StringBuilder text = new StringBuilder();
        private final List<String> replies = new ArrayList<>();
        private int at;
        private int original = -1;
        private boolean media;
        private boolean deleted;
        private boolean unsent;
        private boolean edited;
        private boolean answers;

        Reading(List<String> lines, IMessageEvidence evidence) {
            this.lines = lines;
            this.evidence = evidence;
        }

        void read() {
            while (at < lines.size()) {
                String line = lines.get(at);
                if (isReply(line)) {
                    reply();
                } else if (isTapbacks(line)) {
                    at++;
                    while (at < lines.size() && TAPBACK.matcher(lines.get(at)).matches()) {
                        at++;
                    }
                } else {
                    line(line);
                    at++;
                }
            }
        }

        private void line(String line) {
            Matcher edit = EDIT.matcher(line);
            if (line.equals(IMessageEvidence.ANSWERS)) {
                answers = true;
            } else if (line.equals(DELETED) && at == 0) {
                deleted = true;
            } else if (UNSENT.matcher(line).matches()) {
                unsent = true;
            } else if (original >= 0 && edit.matches()) {
                edited = true;
                text.setLength(original);
                text.append(edit.group(1)).append('\n');
            } else if (isMedia(line)) {
                media = true;
            } else if (line.startsWith(TRANSCRIPTION) && media) {
                text.append(line, TRANSCRIPTION.length(), line.length()).append('\n');
            } else if (!(EFFECTS.contains(line) && at > 0)) {
                words(line);
            }
        }

        private void words(String line) {
            IMessageDate date = IMessageDate.at(line, 0);
            if (date != null && !date.isAll(line) && isEditedBelow()) {
                original = text.length();
                text.append(line, Math.min(line.length(), date.end() + 1), line.length())
                        .append('\n');
            } else {
                text.append(line).append('\n');
            }
        }

        private boolean isEditedBelow() {
            for (int i = at + 1; i < lines.size(); i++) {
                if (EDIT.matcher(lines.get(i)).matches()) {
                    return true;
                }
            }
            return false;
        }

        private boolean isMedia(String line) {
            return OTHER_MEDIA.contains(line)
                    || STICKER.matcher(line).matches()
                    || PATH.matcher(line).matches()
                    || MEDIA_NAME.matcher(line).matches()
                    || line.startsWith("Unable to format app message: ")
                    || (line.equals("SharePlay Message") && next().equals("Ended"))
                    || (line.equals("Ended") && at > 0 && lines.get(at - 1).equals("SharePlay Message"));
        }

        private String next() {
            return at + 1 < lines.size() ? lines.get(at + 1) : "";
        }

        private boolean isTapbacks(String line) {
            return (line.equals("Tapbacks:") || line.equals("Reactions:"))
                    && TAPBACK.matcher(next()).matches();
        }

        private static boolean isReply(String line) {
            IMessageDate date = line.startsWith("    ") ? IMessageDate.at(line, INDENT) : null;
            return date != null && date.isAll(line);
        }

        /**
         * Passes over a message printed below the one that it answers; it stands by itself too. Only its first line of each part
         * is indented, so what follows a blank line is told by where else it stands.
         */
        private void reply() {
            IMessageDate date = IMessageDate.at(lines.get(at), INDENT);
            String sender = next().strip();
            String first = at + 2 < lines.size() ? lines.get(at + 2) : "";
            if (date != null && next().startsWith("    ")) {
                replies.add(key(date.clock(), sender, first));
            }
            at++;
            boolean afterBlank = false;
            while (at < lines.size()) {
                String line = lines.get(at);
                boolean ours = line.startsWith("    ")
                        || line.isBlank()
                        || (!line.equals(IMessageEvidence.ANSWERS) && (!afterBlank || evidence.isOfReply(line)));
                if (!ours || isReply(line)) {
                    return;
                }
                afterBlank = line.isBlank();
                at++;
            }
        }
    }
}
