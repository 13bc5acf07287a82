package dev.toward.http.languagetool;

/** The bytes that several hold together, and how many they may. Threads may share it. */
final class Held {
    private final long most;
    private long bytes;

    Held(long most) {
        this.most = most;
    }

    Holding begin() {
        return new Holding();
    }

    /** What one of them holds, until it lets go. */
    final class Holding {
        private long mine;
        private boolean over;

        /** False when it is too much, or none is wanted any more. */
        boolean more(int n) {
            synchronized (Held.this) {
                if (over || bytes + n > most) {
                    return false;
                }
                bytes += n;
                mine += n;
                return true;
            }
        }

        /** It gets no more. */
        void end() {
            synchronized (Held.this) {
                over = true;
            }
        }

        void letGo() {
            synchronized (Held.this) {
                over = true;
                bytes -= mine;
                mine = 0;
            }
        }
    }
}
