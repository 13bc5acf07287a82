package dev.toward.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the writer of a mail wrote, without what is quoted, the line that says whom, and the signature. */
final class MboxWords {
    private static final int ATTRIBUTION_LINES = 3;
    private static final int LONGEST_LINE = 1000;

    private static final Pattern ATTRIBUTION_START = Pattern.compile(
            "^(?:On|Am|Le|El|Il giorno|Il|Op|Em|Den|Dnia|W dniu|Quoting|\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|.{1,100} (?:wrote|writes|schrieb|a écrit|skrev))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ATTRIBUTION_END = Pattern.compile(
            ".*\\b(?:wrote|writes|said|schrieb|schrieb .{1,200}|écrit|escribió|scritto|schreef|geschreven|escreveu|skrev|napisał\\(?a?\\)?)\\s?:\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ORIGINAL = Pattern.compile(
            "^\\s*(?:[-_=]{2,40}\\s*(?:Original Message|Original Appointment|Forwarded Message|Ursprüngliche Nachricht|Originalnachricht"
                    + "|Weitergeleitete Nachricht|Message d'origine|Message transféré|Mensaje original|Mensaje reenviado|Messaggio originale"
                    + "|Messaggio inoltrato|Mensagem original|Oorspronkelijk bericht|Doorgestuurd bericht|Ursprungligt meddelande)\\b.*"
                    + "|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|_{20,})\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern HEADER_FROM =
            Pattern.compile("^\\*?(?:From|Von|De|Da|Van|Från)\\s?:\\*?\\s+\\S.*", Pattern.UNICODE_CASE);
    private static final Pattern HEADER_OTHER = Pattern.compile(
            "^\\*?(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Fecha|Para|Asunto|Inviato|Data|A|Oggetto|Verzonden"
                    + "|Aan|Onderwerp|Assunto|Skickat|Till|Ämne)\\s?:\\*?\\s+\\S.*",
            Pattern.UNICODE_CASE);
    private static final Pattern SENT_FROM = Pattern.compile(
            "^(?:Sent (?:from|via) (?:my )?\\S.{0,60}|Get Outlook for \\S.{0,20}|Von meinem \\S.{1,40} gesendet\\.?|Gesendet von \\S.{1,40}"
                    + "|Envoyé (?:de|depuis) mon \\S.{1,40}|Enviado desde mi \\S.{1,40}|Inviato da\\S? \\S.{1,40})$");
    private static final String QUOTES = "blockquote, .gmail_quote, .gmail_attr, .gmail_signature, .moz-cite-prefix,"
            + " .moz-signature, .yahoo_quoted, #Signature, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend ~ *, #mail-editor-reference-message-container,"
            + " script, style, head, title";

    private MboxWords() {}

    /** Of an HTML part, what is not marked as quoted. */
    static String ofHtml(String html) {
        Document document = Jsoup.parse(html);
        document.select(QUOTES).remove();
        Element body = document.body();
        return of(HtmlWords.of(body));
    }

    /** Of a plain text. */
    static String of(String text) {
        List<String> lines = text.lines().toList();
        List<String> kept = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (isSignature(line) || ORIGINAL.matcher(cut(line)).matches() || isHeaderBlock(lines, i)) {
                break;
            }
            int attribution = isQuoted(line) ? 0 : attributionLines(lines, i);
            if (attribution > 0 && !isQuoted(firstBelow(lines, i + attribution))) {
                // nothing marks what follows as quoted, and nothing else can stand below such a line
                break;
            }
            if (attribution == 0 && !isQuoted(line)) {
                kept.add(line.stripTrailing());
            }
            i += Math.max(1, attribution);
        }
        return joined(kept);
    }

    private static boolean isSignature(String line) {
        return line.equals("-- ") || line.equals("--");
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith(" >") || line.startsWith("|>");
    }

    private static String cut(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    /** Outlook's headers above what it quotes. */
    private static boolean isHeaderBlock(List<String> lines, int from) {
        if (!HEADER_FROM.matcher(cut(lines.get(from))).matches()) {
            return false;
        }
        int others = 0;
        for (int i = from + 1; i < Math.min(lines.size(), from + 5); i++) {
            others += HEADER_OTHER.matcher(cut(lines.get(i))).matches() ? 1 : 0;
        }
        return others > 1;
    }

    /** How many lines say who wrote what is quoted below; 0 when these do not. Such lines have a day or a mail address. */
    private static int attributionLines(List<String> lines, int from) {
        if (!ATTRIBUTION_START.matcher(cut(lines.get(from))).matches()) {
            return 0;
        }
        StringBuilder all = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + ATTRIBUTION_LINES); i++) {
            if (lines.get(i).isBlank() || isQuoted(lines.get(i))) {
                return 0;
            }
            all.append(cut(lines.get(i))).append(' ');
            if (ATTRIBUTION_END.matcher(cut(lines.get(i))).matches()) {
                boolean dated = all.chars().anyMatch(c -> (c >= '0' && c <= '9') || c == '@');
                return dated ? i - from + 1 : 0;
            }
        }
        return 0;
    }

    private static String firstBelow(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i);
            }
        }
        // an attribution at the very end speaks of nothing
        return ">";
    }

    private static String joined(List<String> kept) {
        int end = kept.size();
        while (end > 0
                && (kept.get(end - 1).isBlank()
                        || SENT_FROM.matcher(cut(kept.get(end - 1))).matches())) {
            end--;
        }
        StringBuilder words = new StringBuilder();
        boolean blank = false;
        for (String line : kept.subList(0, end)) {
            if (line.isBlank()) {
                blank = !words.isEmpty();
                continue;
            }
            words.append(words.isEmpty() ? "" : blank ? "\n\n" : "\n").append(line);
            blank = false;
        }
        return words.toString();
    }
}
