package dev.toward.phrase;

import java.util.Locale;

/** What part of life a message is about. */
public enum Situation {
    /** Fits everywhere; a phrase that has it has no other. */
    ANY,
    LOSS,
    JOB,
    WORK,
    SCHOOL,
    HEALTH,
    MONEY,
    FAMILY,
    PARENTING,
    LOVE,
    FRIENDSHIP,
    HOME,
    TRAVEL,
    PETS,
    ACHIEVEMENT,
    EVERYDAY,
    CONFLICT,
    LONELINESS,
    STRESS,
    BODY,
    NEWS,
    ONLINE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
