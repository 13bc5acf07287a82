package dev.toward.annotate.opennlp;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.ThreadSafeSentenceDetectorME;

/**
 * Cuts a text into sentences. The model was made from edited text; messages end sentences by a line's end, and go on in
 * lower case after a full stop, so both are cut as well. Threads may share it.
 */
final class SentenceCutter {
    private static final String MODEL = "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    /** The model looks back for spaces from every full stop: a megabyte of full stops would take it hours. */
    private static final int BLOCK = 2_000;

    /** Lines longer than this were wrapped by a program, and their end ends no sentence. */
    private static final int WRAPPED = 60;

    private static final Pattern END = Pattern.compile(
            "(?:[!?\u2026][!?\u2026.]*+|\\.[!?\u2026.]++)[)\"'\u201d]*+(?=\\s)|(\\w++)\\.[)\"'\u201d]*+(?=\\s)");

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "etc", "eg", "ie", "approx", "dept", "no", "inc",
            "ltd", "co", "fig", "ext", "apt", "tel", "am", "pm", "aka", "min", "mins", "hrs", "sgt", "capt", "rev",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private final ThreadSafeSentenceDetectorME detector;

    private SentenceCutter(ThreadSafeSentenceDetectorME detector) {
        this.detector = detector;
    }

    static SentenceCutter load(ModelStore models) throws ModelException {
        Path file = models.path(MODEL);
        try {
            return new SentenceCutter(new ThreadSafeSentenceDetectorME(new SentenceModel(file)));
        } catch (IOException e) {
            throw new ModelException("model file " + file + " is not a sentence model of OpenNLP", e);
        }
    }

    /** Sentences in order, without the white space around them. */
    List<Span> cut(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = blockEnd(text, start);
            cutBlock(text, start, end, sentences);
            start = end;
        }
        return sentences;
    }

    /** The end of the line, or of the piece that is short enough for the model. */
    private static int blockEnd(String text, int start) {
        int limit = Math.min(text.length(), start + BLOCK);
        int space = -1;
        int line = start;
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                boolean blank = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (blank || i - line < WRAPPED || (i > start && ".!?:".indexOf(text.charAt(i - 1)) >= 0)) {
                    return i + 1;
                }
                line = i + 1;
            }
            if (Character.isWhitespace(c)) {
                space = i;
            }
        }
        if (limit == text.length()) {
            return limit;
        }
        if (space > start) {
            return space + 1;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) && Character.isLowSurrogate(text.charAt(limit))
                ? limit - 1
                : limit;
    }

    private void cutBlock(String text, int start, int end, List<Span> into) {
        String block = text.substring(start, end);
        TreeSet<Integer> cuts = new TreeSet<>();
        for (opennlp.tools.util.Span span : detector.sentPosDetect(block)) {
            cuts.add(span.getEnd());
        }
        for (Matcher m = END.matcher(block); m.find(); ) {
            String word = m.group(1);
            if (word == null
                    || (word.length() > 1 && !ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT)))) {
                cuts.add(m.end());
            }
        }
        cuts.add(block.length());
        int from = 0;
        for (int cut : cuts) {
            Span stripped = strip(text, start + from, start + cut);
            if (!stripped.isEmpty()) {
                into.add(stripped);
            }
            from = cut;
        }
    }

    private static Span strip(String text, int start, int end) {
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
