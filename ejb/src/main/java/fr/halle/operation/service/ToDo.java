package fr.halle.operation.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that waits for the operator. @param key of its words; @param cents what it is about in money, 0 where nothing; @param since the oldest of them */
public record ToDo(
        String key, long count, long cents, @Nullable Instant since) {}
