package dev.toward.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exports that write one chat as {@code messages.html}, {@code messages2.html} and so on. */
final class Pages {
    private static final Pattern PAGE = Pattern.compile("messages(\\d*)\\.html?", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DIGITS = 9;

    private Pages() {}

    /** Folders that were given one by one may have the same name, and are none the less two. */
    private record Folder(String name, Source.Neighbours around) {}

    /** The pages of a folder together, in the order of their numbers; any other file by itself. */
    static List<List<Source>> together(List<Source> files) {
        List<List<Source>> groups = new ArrayList<>();
        Map<Folder, List<Source>> pages = new HashMap<>();
        for (Source file : files) {
            if (!PAGE.matcher(file.fileName()).matches() || file.folder().isEmpty()) {
                groups.add(List.of(file));
                continue;
            }
            Folder folder = new Folder(file.folder(), file.neighbours());
            List<Source> group = pages.get(folder);
            if (group == null) {
                group = new ArrayList<>();
                pages.put(folder, group);
                groups.add(group);
            }
            group.add(file);
        }
        pages.values().forEach(group -> group.sort(Comparator.comparingInt(Pages::number)));
        return List.copyOf(groups);
    }

    private static int number(Source page) {
        Matcher name = PAGE.matcher(page.fileName());
        String number = name.matches() ? name.group(1) : "";
        return number.isEmpty() || number.length() > MOST_DIGITS ? 1 : Integer.parseInt(number);
    }
}
