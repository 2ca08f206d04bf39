package org.tremplin.campaign.design;

import java.util.List;
import org.tremplin.capacity.Advised;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Advice at a step of the editor, from the diagnosis of the association; it never blocks. */
public interface Hints {

    /** @param step as in its address; none without a diagnosis */
    Mono<List<Hint>> of(Draft draft, String step, Language language);

    /**
     * @param why may be empty
     * @param sheets of the resource centre that lead through it
     */
    record Hint(String advice, String why, List<Advised.Sheet> sheets) {}
}
