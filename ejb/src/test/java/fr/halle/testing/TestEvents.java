package fr.halle.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps what was fired, and tells the observers that a test registers. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class TestEvents implements Event {

    public final List<Object> fired = Collections.synchronizedList(new ArrayList<>());
    private final List<Consumer<Object>> observers = new ArrayList<>();

    public <T> TestEvents observe(Class<T> type, Consumer<T> observer) {
        observers.add(event -> {
            if (type.isInstance(event)) {
                observer.accept(type.cast(event));
            }
        });
        return this;
    }

    @Override
    public void fire(Object event) {
        fired.add(event);
        observers.forEach(observer -> observer.accept(event));
    }

    @Override
    public CompletionStage fireAsync(Object event) {
        fire(event);
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public CompletionStage fireAsync(Object event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public Event select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public Event select(Class type, Annotation... qualifiers) {
        return this;
    }

    @Override
    public Event select(TypeLiteral type, Annotation... qualifiers) {
        return this;
    }
}
