package dev.toward.letter;

import dev.toward.letter.Line.Kind;
import dev.toward.text.Bid;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A block of quoted mail.
 *
 * @param first its first line, by number
 * @param bid what stands in it, oldest first: what is quoted in the quotation is older
 */
record Quoted(int first, Bid bid) {
    private static final int MOST = 4;

    static List<Quoted> of(List<Line> lines) {
        List<Quoted> blocks = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            if (!lines.get(i).is(Kind.QUOTED)) {
                i++;
                continue;
            }
            int end = i;
            while (end < lines.size()
                    && (lines.get(end).is(Kind.QUOTED)
                            || lines.get(end).is(Kind.BLANK)
                            || lines.get(end).is(Kind.ATTRIBUTION))) {
                end++;
            }
            Bid bid = bid(lines.subList(i, end));
            if (bid.isKnown()) {
                blocks.add(new Quoted(i, bid));
            }
            i = end;
        }
        return blocks;
    }

    private static Bid bid(List<Line> block) {
        TreeMap<Integer, List<Line>> byDepth = new TreeMap<>((a, b) -> Integer.compare(b, a));
        for (Line line : block) {
            if (line.is(Kind.ATTRIBUTION)) {
                continue;
            }
            int depth = 0;
            int at = 0;
            String text = line.text();
            for (int i = 0; i < text.length() && (text.charAt(i) == '>' || text.charAt(i) == ' '); i++) {
                if (text.charAt(i) == '>') {
                    depth++;
                    at = i + 1;
                }
            }
            String rest = text.substring(at);
            String said = rest.startsWith(" ") ? rest.substring(1) : rest;
            byDepth.computeIfAbsent(depth, none -> new ArrayList<>())
                    .add(new Line(line.span(), said, said.isBlank() ? Kind.BLANK : Kind.PROSE));
        }
        List<String> utterances = new ArrayList<>();
        byDepth.values().forEach(said -> {
            String words = said(said);
            if (!words.isBlank()) {
                utterances.add(words);
            }
        });
        return new Bid(utterances.subList(Math.max(0, utterances.size() - MOST), utterances.size()));
    }

    /** Without greeting, farewell, signature and attributions. */
    private static String said(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        List<Line> read = Lines.of(text.toString());
        Frame.take(read);
        StringBuilder said = new StringBuilder();
        for (Line line : read) {
            if (line.is(Kind.PROSE) || line.is(Kind.BLANK)) {
                said.append(line.text()).append('\n');
            }
        }
        return said.toString().strip();
    }
}
