package org.tremplin.patron.compare;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The desk where evidence of other instances comes in. */
@Component
class BringPages {

    private final Projects projects;
    private final Origins origins;

    BringPages(Projects projects, Origins origins) {
        this.projects = projects;
        this.origins = origins;
    }

    Mono<BringPage> page(Chosen chosen, String typed, Language language) {
        return projects.of(chosen)
                .map(found -> new BringPage(
                        chosen.query(),
                        Chosen.MOST - chosen.projects().size(),
                        typed,
                        found.stream()
                                .filter(one -> one.source() != null)
                                .map(one -> new BringPage.Link(
                                        one.reference(),
                                        one.evidence().campaign().title(),
                                        one.evidence().campaign().language(),
                                        Objects.requireNonNull(origins.text(one, language.locale()))))
                                .toList()));
    }
}
