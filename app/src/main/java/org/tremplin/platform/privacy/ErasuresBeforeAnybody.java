package org.tremplin.platform.privacy;

import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * What was erased since the backup that was restored is erased again before anybody is let in, or any mail goes out.
 * While that fails the site stays closed: it is tried for a minute, then the start ends and says why.
 */
@Component
@ConditionalOnProperty(name = "tremplin.pump.enabled", havingValue = "true")
class ErasuresBeforeAnybody implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ErasuresBeforeAnybody.class);

    private static final int FIRST = -1;
    /** One try; what it did stays done. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final RetryBackoffSpec A_MINUTE = Retry.backoff(5, Duration.ofSeconds(2));

    private final ErasureKeeping keeping;
    private final Path list;
    private final RetryBackoffSpec retry;
    private volatile boolean running;

    @Autowired
    ErasuresBeforeAnybody(ErasureKeeping keeping, TremplinSettings settings) {
        this(keeping, settings, A_MINUTE);
    }

    ErasuresBeforeAnybody(ErasureKeeping keeping, TremplinSettings settings, RetryBackoffSpec retry) {
        this.keeping = keeping;
        this.list = settings.dataDir().resolve(ErasureKeeping.LIST);
        this.retry = retry;
    }

    @Override
    public void start() {
        // the main thread has nothing else to do
        keeping.eraseAgain()
                .timeout(LONGEST)
                .retryWhen(retry.doBeforeRetry(again -> log.warn(
                                "What was erased since the backup is not erased again yet, the site stays closed: {}",
                                again.failure().toString()))
                        .onRetryExhaustedThrow((spec, again) -> new ErasuresNotRedone(list, again.failure())))
                .block();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
