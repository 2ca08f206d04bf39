package org.tremplin;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two people press at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of each, in their order; both start when both are ready. */
    public static <T> List<T> both(Supplier<T> one, Supplier<T> other) {
        CountDownLatch ready = new CountDownLatch(2);
        List<CompletableFuture<T>> running = Stream.of(one, other)
                .map(what -> CompletableFuture.supplyAsync(() -> start(ready, what), task -> new Thread(task).start()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static <T> T start(CountDownLatch ready, Supplier<T> what) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return what.get();
    }
}
