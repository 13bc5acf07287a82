package dev.toward.ledger;

import java.io.IOException;

/** Nobody in the chats goes by the name that was given as one's own; the caller should give another. */
public final class UnknownNameException extends IOException {
    private static final long serialVersionUID = 1;

    public UnknownNameException() {
        super("nobody in these chats has the name given with --me; 'toward inspect PATH' lists the names");
    }
}
