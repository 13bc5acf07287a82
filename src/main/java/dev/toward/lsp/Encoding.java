package dev.toward.lsp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What columns are counted in. UTF-16 code units unless the editor would rather have others. */
enum Encoding {
    UTF_8("utf-8") {
        @Override
        int units(int codePoint) {
            return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        }
    },
    UTF_16("utf-16") {
        @Override
        int units(int codePoint) {
            return Character.charCount(codePoint);
        }
    },
    UTF_32("utf-32") {
        @Override
        int units(int codePoint) {
            return 1;
        }
    };

    private final String id;

    Encoding(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** How many a code point takes; a surrogate without its other half counts as one of three bytes. */
    abstract int units(int codePoint);

    /** @param offered by the editor, the best first; null when it does not say */
    static Encoding of(@Nullable List<String> offered) {
        if (offered != null) {
            for (String each : offered) {
                for (Encoding encoding : values()) {
                    if (encoding.id.equals(each)) {
                        return encoding;
                    }
                }
            }
        }
        return UTF_16;
    }
}
