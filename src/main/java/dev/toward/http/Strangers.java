package dev.toward.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * How many of those who may still show the token in the body are listened to at once. Their bodies are taken in before anybody knows
 * who they are, so they are few and small together, and whoever shows the token beforehand has room beside them. Threads may share it.
 */
final class Strangers {
    /** A text of the greatest length, written in escapes, and its marks: as much as any request may have. */
    private static final int LONGEST = 1 << 20;

    /** Less than all bodies together may have, however small the heap. */
    private static final int MOST_BYTES = 2 << 20;

    private static final int MOST = 32;

    private int requests;
    private long bytes;

    /** Whether the request says how long its body is, and that is neither nothing nor too much. */
    static boolean tellsLength(Request request) {
        long length = length(request);
        return length > 0 && length <= LONGEST && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Lets one in until it has been answered; false when there are too many. */
    synchronized boolean letIn(Request request) {
        long length = length(request);
        if (requests >= MOST || bytes + length > MOST_BYTES) {
            return false;
        }
        requests++;
        bytes += length;
        Request.addCompletionListener(request, failure -> leave(length));
        return true;
    }

    private synchronized void leave(long length) {
        requests--;
        bytes -= length;
    }

    private static long length(Request request) {
        return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    }
}
