package dev.toward.phrase;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where something stands in a file, so that it can be refused with its line. Immutable; threads may share it.
 *
 * @param lines the line of each thing in the file that has one, counted from 1, by JSON pointer (RFC 6901)
 * @param pointer which of them this is; need not be among them
 */
public record Place(Path file, Map<String, Integer> lines, String pointer) {
    public Place {
        lines = Map.copyOf(lines);
    }

    /** A whole line, whatever is in it. */
    static Place ofLine(Path file, int line) {
        return new Place(file, Map.of("", line), "");
    }

    /** Something within this. */
    public Place at(String within) {
        return new Place(file, lines, pointer + within);
    }

    /** The line, or that of the nearest thing around it that has one. */
    public int line() {
        for (String around = pointer; ; around = around.substring(0, around.lastIndexOf('/'))) {
            Integer line = lines.get(around);
            if (line != null) {
                return line;
            }
            if (around.isEmpty()) {
                return 1;
            }
        }
    }

    /** The refusal of the file for what stands here. */
    public PhraseFileException refused(String reason) {
        return new PhraseFileException(file, line(), reason);
    }

    /** As in {@code pack.yaml, line 3}. */
    public String shown() {
        return file.getFileName() + ", line " + line();
    }

    /** A name as one step of a pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
