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

    /** Letters to add, drop, change or swap with the next. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(changed, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
