package dev.toward.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The chat's name out of the names of files and zips. */
final class WhatsAppNames {
    private static final List<Pattern> PATTERNS = WhatsAppWords.section("file-name").stream()
            .map(WhatsAppNames::pattern)
            .toList();

    /** What a browser adds to a file that it has already. */
    private static final Pattern COPY = Pattern.compile(" ?\\(\\d{1,2}\\)$");

    private WhatsAppNames() {}

    private static Pattern pattern(String written) {
        String regex = Pattern.quote(written).replace(" ", "\\E[ _\\xA0]+\\Q").replace("name", "\\E(.+)\\Q");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** True for {@code _chat.txt} and names like {@code WhatsApp Chat with NAME.txt}. */
    static boolean isChatFile(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".txt")
                && (stem(fileName).equals("_chat") || named(stem(fileName)).isPresent());
    }

    /** The chat's name if the file, or the zip or folder around it, bears one. */
    static Optional<String> named(String fileName, @Nullable String container) {
        Optional<String> own = named(stem(fileName));
        return own.isPresent() || container == null ? own : named(stem(container));
    }

    /** The best there is where nothing bears the name of the chat. */
    static String fallback(String fileName, @Nullable String container) {
        String own = stem(fileName);
        return own.equals("_chat") && container != null ? stem(container) : own;
    }

    private static Optional<String> named(String stem) {
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(stem);
            if (matcher.matches()) {
                String name = matcher.group(1);
                boolean underscored = stem.indexOf(' ') < 0 && stem.indexOf('_') >= 0;
                return Optional.of(Marks.name(underscored ? name.replace('_', ' ') : name));
            }
        }
        return Optional.empty();
    }

    private static String stem(String fileName) {
        String visible = Marks.strip(fileName);
        int dot = visible.lastIndexOf('.');
        String ending = dot < 0 ? "" : visible.substring(dot).toLowerCase(Locale.ROOT);
        String stem = ending.equals(".txt") || ending.equals(".zip") ? visible.substring(0, dot) : visible;
        return COPY.matcher(stem).replaceFirst("");
    }
}
