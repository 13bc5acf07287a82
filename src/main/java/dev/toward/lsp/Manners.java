package dev.toward.lsp;

import dev.toward.Fault;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked when: nothing before {@code initialize} has been answered, that only once, and nothing but {@code exit} after
 * {@code shutdown}. Requests out of turn get an error, notifications out of turn are passed over.
 */
final class Manners {
    private enum Stage {
        BEFORE,
        OPEN,
        OVER
    }

    private final Set<String> withParams;
    private final Consumer<String> log;
    private volatile Stage stage = Stage.BEFORE;
    private @Nullable MessageConsumer out;

    /** @param log is told of messages that could not be taken, without a word of them */
    Manners(Consumer<String> log) {
        this.log = log;
        this.withParams = ServiceEndpoints.getSupportedMethods(Session.class).values().stream()
                .filter(method -> method.getParameterTypes().length > 0)
                .map(JsonRpcMethod::getMethodName)
                .collect(Collectors.toUnmodifiableSet());
    }

    void open() {
        stage = Stage.OPEN;
    }

    void over() {
        stage = Stage.OVER;
    }

    boolean isOver() {
        return stage == Stage.OVER;
    }

    /** To be put around the consumers of both directions; the one that goes out comes first. */
    MessageConsumer around(MessageConsumer consumer) {
        if (consumer instanceof RemoteEndpoint) {
            return message -> {
                try {
                    consume(message, consumer);
                } catch (RuntimeException | Error e) {
                    // or nothing more would ever be heard
                    log.accept("a message could not be taken: " + Fault.of(e));
                }
            };
        }
        out = consumer;
        return consumer;
    }

    private void consume(Message message, MessageConsumer in) {
        if (message instanceof NotificationMessage notification
                && notification.getParams() == null
                && withParams.contains(notification.getMethod())) {
            log.accept("a message without 'params' was passed over");
        } else if (message instanceof RequestMessage request) {
            ResponseError error = error(request);
            if (error == null) {
                in.consume(message);
            } else if (out != null) {
                ResponseMessage answer = new ResponseMessage();
                answer.setRawId(request.getRawId());
                answer.setError(error);
                out.consume(answer);
            }
        } else if (!(message instanceof NotificationMessage notification)
                || stage == Stage.OPEN
                || "exit".equals(notification.getMethod())) {
            in.consume(message);
        }
    }

    private @Nullable ResponseError error(RequestMessage request) {
        ResponseError outOfTurn = outOfTurn(request.getMethod());
        // the methods would fail on it, each in its own way
        return outOfTurn == null && request.getParams() == null && withParams.contains(request.getMethod())
                ? new ResponseError(ResponseErrorCode.InvalidParams, "this method needs 'params'", null)
                : outOfTurn;
    }

    private @Nullable ResponseError outOfTurn(String method) {
        boolean first = "initialize".equals(method);
        return switch (stage) {
            case BEFORE ->
                first
                        ? null
                        : new ResponseError(
                                ResponseErrorCode.ServerNotInitialized, "'initialize' has not been asked yet", null);
            case OPEN ->
                first
                        ? new ResponseError(
                                ResponseErrorCode.InvalidRequest, "'initialize' has been answered already", null)
                        // the library would answer those with nothing
                        : method.startsWith("$/")
                                ? new ResponseError(ResponseErrorCode.MethodNotFound, "there is no such method", null)
                                : null;
            case OVER ->
                new ResponseError(ResponseErrorCode.InvalidRequest, "after 'shutdown' only 'exit' can follow", null);
        };
    }
}
