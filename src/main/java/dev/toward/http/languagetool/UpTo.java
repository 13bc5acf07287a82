package dev.toward.http.languagetool;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a body of a limited length, while there is room for it: its bytes, or why there are none, and then no more of it is read.
 */
final class UpTo implements BodySubscriber<UpTo.Body> {
    private final int limit;
    private final Held.Holding holding;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** What was taken in, or why nothing was. */
    record Body(byte @Nullable [] bytes, @Nullable String failure) {}

    UpTo(int limit, Held.Holding holding) {
        this.limit = limit;
        this.holding = holding;
    }

    @Override
    public CompletionStage<Body> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            if (buffer.remaining() > limit - taken.size()) {
                giveUp("answered more than " + (limit >> 20) + " MiB");
                return;
            }
            if (!holding.more(buffer.remaining())) {
                giveUp("answered more, all in all, than there is room for now");
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            taken.writeBytes(bytes);
        }
    }

    private void giveUp(String why) {
        taken.reset();
        body.complete(new Body(null, why));
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        body.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        body.complete(new Body(taken.toByteArray(), null));
    }
}
