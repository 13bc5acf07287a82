package dev.toward.cli;

import java.util.Comparator;
import java.util.List;

/** Names that somebody who typed another may have meant: the nearest by letters added, dropped or changed. */
final class Nearby {
    private static final int MOST = 2;

    private Nearby() {}

    /** At most two of {@code names}, nearest first; none when all are far. */
    static List<String> of(String given, List<String> names) {
        return names.stream()
                .filter(name -> isNear(given, name))
                .sorted(Comparator.<String>comparingInt(name -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean isNear(String given, String name) {
        if (given.length() > 40) {
            return false;
        }
        String bare = given.replaceFirst("^-+", "");
        String bareName = name.replaceFirst("^-+", "");
        boolean startsAlike = bare.length() >= 3
                && (bareName.startsWith(bare) || bare.startsWith(bareName) && bareName.length() >= 3);
        return startsAlike || distance(bare, bareName) <= Math.max(1, Math.min(bare.length(), bareName.length()) / 3);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
