package dev.toward.suggest;

/** Hears trouble in a few words said by themselves. Threads may share it. */
@FunctionalInterface
public interface Hearing {
    /** Hears nothing in anything. */
    Hearing NOTHING = words -> 0;

    /** How probable it is, 0 to 1, that the words tell of trouble. */
    double trouble(String words);
}
