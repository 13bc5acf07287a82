package dev.toward.chat;

import dev.toward.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A body of a WhatsApp export with the app's own marks told from the person's words.
 *
 * @param text the words; for media the caption, for a poll the question
 */
record WhatsAppBody(Message.Kind kind, String text, boolean edited) {
    /** Markers are short; what is longer was typed. */
    private static final int LONGEST_MARKER = 300;

    /**
     * Reads a body.
     *
     * @param fromIos headers in brackets; only there calls stand under an author
     * @param markers whole bodies in angle brackets that stand for media in this file
     */
    static WhatsAppBody of(String body, boolean fromIos, Set<String> markers) {
        if (body.endsWith(">")) {
            int open = body.lastIndexOf('<');
            if (open > 0 && WhatsAppWords.EDITED.contains(bare(body.substring(open + 1, body.length() - 1)))) {
                WhatsAppBody before = of(body.substring(0, open).stripTrailing(), fromIos, markers);
                return new WhatsAppBody(before.kind, before.text, true);
            }
        }
        int lineEnd = body.indexOf('\n');
        String first = lineEnd < 0 ? body : body.substring(0, lineEnd);
        String rest = lineEnd < 0 ? "" : body.substring(lineEnd + 1);
        if (first.length() <= LONGEST_MARKER) {
            Message.Kind kind = marked(first, first.toLowerCase(Locale.ROOT).strip(), rest, fromIos, markers);
            if (kind == Message.Kind.MEDIA) {
                return new WhatsAppBody(kind, rest, false);
            }
            if (kind != Message.Kind.TEXT) {
                return new WhatsAppBody(kind, "", false);
            }
            if (startsWithOne(first.toLowerCase(Locale.ROOT), WhatsAppWords.POLL)) {
                return new WhatsAppBody(kind, question(body), false);
            }
        }
        int attached = attachedAtEnd(body);
        return attached >= 0
                ? new WhatsAppBody(
                        Message.Kind.MEDIA, body.substring(0, attached).strip(), false)
                : new WhatsAppBody(Message.Kind.TEXT, body, false);
    }

    private static Message.Kind marked(String first, String lower, String rest, boolean fromIos, Set<String> markers) {
        if (lower.isEmpty()) {
            return rest.isBlank() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        }
        if (isMedia(lower) || (rest.isEmpty() && (lower.equals("null") || markers.contains(first)))) {
            return Message.Kind.MEDIA;
        }
        if (rest.isEmpty() && isDeleted(lower)) {
            return Message.Kind.DELETED;
        }
        return fromIos && rest.isEmpty() && isCall(lower) ? Message.Kind.CALL : Message.Kind.TEXT;
    }

    private static boolean isMedia(String lower) {
        if (WhatsAppWords.MEDIA.contains(bare(lower)) || startsWithOne(lower, WhatsAppWords.LOCATION)) {
            return true;
        }
        boolean named = lower.indexOf('.') > 0;
        return named && (endsWithOne(lower, WhatsAppWords.ATTACHED) || isDocument(lower));
    }

    /** {@code plan.pdf • 3 pages document omitted}. */
    private static boolean isDocument(String lower) {
        return lower.indexOf('\u2022') > 0 && endsWithOne(lower, WhatsAppWords.MEDIA_ENDING);
    }

    private static boolean isDeleted(String lower) {
        String bare = bare(lower);
        for (String deleted : WhatsAppWords.DELETED) {
            if (bare.equals(deleted) || (deleted.endsWith(" admin") && bare.startsWith(deleted + " "))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCall(String lower) {
        for (String call : WhatsAppWords.CALL) {
            if (lower.startsWith(call)
                    && (lower.length() == call.length() || ".,\u2022".indexOf(lower.charAt(call.length())) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Where {@code <attached: NAME>} begins at the end of a body; -1 if it does not end so. */
    private static int attachedAtEnd(String body) {
        if (!body.endsWith(">")) {
            return -1;
        }
        int open = body.lastIndexOf('<');
        if (open < 0 || body.length() - open > LONGEST_MARKER) {
            return -1;
        }
        String inner = body.substring(open + 1).toLowerCase(Locale.ROOT);
        for (String label : WhatsAppWords.ATTACHED_LABEL) {
            if (inner.startsWith(label)
                    && inner.substring(label.length()).strip().startsWith(":")) {
                return open;
            }
        }
        return -1;
    }

    /** The question of a poll, without the options and their counts. */
    private static String question(String body) {
        StringBuilder question = new StringBuilder();
        String words = body.substring(body.indexOf(':') + 1);
        for (String line : words.split("\n", -1)) {
            if (startsWithOne(line.toLowerCase(Locale.ROOT), WhatsAppWords.POLL_OPTION)) {
                break;
            }
            question.append(line).append('\n');
        }
        return question.toString().strip();
    }

    /** In lower case, without angle brackets and full stop. */
    private static String bare(String marker) {
        String text = marker.toLowerCase(Locale.ROOT).strip();
        if (text.startsWith("<") && text.endsWith(">") && text.length() > 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean startsWithOne(String text, List<String> starts) {
        for (String start : starts) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithOne(String text, List<String> ends) {
        for (String end : ends) {
            if (text.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
