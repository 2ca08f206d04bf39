package org.tremplin.transparency.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tremplin.platform.DemoOnly;
import org.tremplin.transparency.ForgedJournals;
import org.tremplin.transparency.PublicJournals;
import reactor.core.publisher.Mono;

/** Forges the journal as it is exported now. */
@Component
@DemoOnly
class ExampleForgeries implements ForgedJournals {

    /** Characters: what a visitor looks at, not what a machine is filled with. */
    private static final int LONGEST = 4_000_000;

    private final JournalExport export;
    private final PublicJournals journals;

    ExampleForgeries(JournalExport export, PublicJournals journals) {
        this.export = export;
        this.journals = journals;
    }

    @Override
    public Mono<String> typedOver(UUID campaign, long cents) {
        return forged(campaign, forgery -> forgery.typedOver("expense", cents));
    }

    @Override
    public Mono<String> signedAgain(UUID campaign, UUID donation) {
        return journals.inclusion(campaign, donation)
                .flatMap(gift -> forged(campaign, forgery -> forgery.signedAgain(gift.seq())));
    }

    private Mono<String> forged(UUID campaign, Function<Forgery, Optional<String>> cheat) {
        return export.jsonl(campaign)
                .flatMap(pieces -> pieces.scan(new StringBuilder(), StringBuilder::append)
                        .takeUntil(text -> text.length() > LONGEST)
                        .last())
                .filter(text -> text.length() <= LONGEST)
                .flatMap(text -> Mono.justOrEmpty(
                        cheat.apply(new Forgery(List.of(text.toString().split("\n"))))));
    }
}
