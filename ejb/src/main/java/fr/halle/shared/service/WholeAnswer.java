package fr.halle.shared.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Another system's answer over HTTP, to its end. Java's own time-out is over once the headers are there: who stops in the middle of
 * the body would be waited for without end, and who never stops would fill the memory.
 */
public final class WholeAnswer implements HttpResponse.BodySubscriber<String> {

    /** Larger than any answer of a contract of ours. */
    public static final int MOST_BYTES = 8_000_000;

    private final HttpResponse.BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private Flow.@Nullable Subscription subscription;
    private long read;

    private WholeAnswer() {}

    /**
     * @param patience for all of it
     * @throws HttpTimeoutException when it has not come to its end by then
     * @throws IOException when it breaks off, or is larger than {@value #MOST_BYTES} bytes
     */
    public static HttpResponse<String> of(HttpClient client, HttpRequest request, Duration patience)
            throws IOException, InterruptedException {
        return within(patience, ask(client, request));
    }

    /** Asks, and waits for nothing yet. */
    public static CompletableFuture<HttpResponse<String>> ask(HttpClient client, HttpRequest request) {
        return client.sendAsync(request, info -> new WholeAnswer());
    }

    /** As {@link #of}, for what was asked before. */
    public static HttpResponse<String> within(Duration patience, CompletableFuture<HttpResponse<String>> asked)
            throws IOException, InterruptedException {
        try {
            return asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new HttpTimeoutException("no end of the answer after " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            asked.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IOException(e.getCause());
        }
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        text.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        read += bytes.stream().mapToLong(Buffer::remaining).sum();
        if (read > MOST_BYTES) {
            Objects.requireNonNull(subscription).cancel();
            text.onError(new IOException("An answer of more than " + MOST_BYTES + " bytes"));
        } else {
            text.onNext(bytes);
        }
    }

    @Override
    public void onError(Throwable why) {
        text.onError(why);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
