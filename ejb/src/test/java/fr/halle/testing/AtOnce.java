package fr.halle.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several do something in the same moment: none begins before the last is there. */
public final class AtOnce {

    private AtOnce() {}

    /** The same, so many times. @return what each was answered */
    public static <T> List<T> all(int many, Callable<T> deed) {
        return all(Collections.nCopies(many, deed));
    }

    /** @return what each was answered, in their order; the first failure is thrown as it is */
    public static <T> List<T> all(List<? extends Callable<? extends T>> deeds) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(deeds.size());
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<? extends T> deed : deeds) {
                answers.add(people.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            people.shutdownNow();
        }
    }

    /** How many are not told that they are refused; any other failure is thrown. */
    public static long accepted(List<Runnable> deeds, Class<? extends RuntimeException> refusal) {
        return all(deeds.stream().map(deed -> unless(refusal, deed)).toList()).stream()
                .filter(Boolean::booleanValue)
                .count();
    }

    private static Callable<Boolean> unless(Class<? extends RuntimeException> refusal, Runnable deed) {
        return () -> {
            try {
                deed.run();
                return true;
            } catch (RuntimeException e) {
                if (refusal.isInstance(e)) {
                    return false;
                }
                throw e;
            }
        };
    }
}
