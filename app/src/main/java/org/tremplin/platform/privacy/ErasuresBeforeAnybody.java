package org.tremplin.platform.privacy;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What was erased since the backup that was restored is erased again before anybody is let in, or any mail goes out. */
@Component
@ConditionalOnProperty(name = "tremplin.pump.enabled", havingValue = "true")
class ErasuresBeforeAnybody implements SmartLifecycle {

    private static final int FIRST = -1;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ErasureKeeping keeping;
    private volatile boolean running;

    ErasuresBeforeAnybody(ErasureKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public void start() {
        // the main thread has nothing else to do
        keeping.keep().block(LONGEST);
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
