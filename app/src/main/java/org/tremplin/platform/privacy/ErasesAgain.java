package org.tremplin.platform.privacy;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Does one kind of erasure again, after a backup from before it was restored. */
public interface ErasesAgain {

    /** Stable: it stands in the list. */
    String kind();

    /**
     * In the caller's transaction; nothing where the data does not know the subject.
     *
     * @param subjects as they were given to {@link Erasures#done}
     */
    Mono<Void> again(Set<String> subjects);
}
