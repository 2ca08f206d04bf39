package org.tremplin.platform.file;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;
import reactor.core.publisher.Mono;

/** After a change of the secret: closes the keys of private files under the new one, so that the old can go. */
@Component
class SealingAnew {

    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 1000;

    private final PrivateFiles files;
    private final boolean changed;

    SealingAnew(PrivateFiles files, TremplinSettings settings) {
        this.files = files;
        String before = settings.secretPrevious();
        this.changed = before != null && !before.isBlank();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Long> run() {
        return changed
                ? files.sealAnew(BATCH)
                        .repeat(MOST_BATCHES)
                        .takeUntil(done -> done < BATCH)
                        .reduce(0L, Long::sum)
                : Mono.just(0L);
    }
}
