package org.tremplin.operation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tremplin.donation.Giving;
import org.tremplin.money.MoneyText;
import org.tremplin.operation.demo.Landmarks;
import org.tremplin.platform.DemoOnly;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PublicJournals;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds in the sample data what each stop shows. */
@Component
@DemoOnly
class VisitPages {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Landmarks landmarks;
    private final PublicJournals journals;

    VisitPages(Landmarks landmarks, PublicJournals journals) {
        this.landmarks = landmarks;
        this.journals = journals;
    }

    Mono<VisitPage> page(Stop stop, Locale locale) {
        VisitPage page = VisitPage.of(stop);
        return switch (stop) {
            case GIVE -> received(page, locale);
            case CLAIRE -> received(page, locale).flatMap(this::claire);
            case CHEAT -> acts(page, landmarks.pump()).flatMap(told -> seal(told, locale));
            case DRAFT -> acts(page, landmarks.draft(), landmarks.secondPerson());
            case SHOPKEEPER, YOURS -> Mono.just(page);
        };
    }

    private Mono<VisitPage> received(VisitPage page, Locale locale) {
        return landmarks
                .received()
                .map(cents -> page.received(MoneyText.brief(cents, locale)))
                .defaultIfEmpty(page);
    }

    private Mono<VisitPage> claire(VisitPage page) {
        return landmarks
                .claire()
                .map(gift -> page.claire("/don/" + gift.token()))
                .defaultIfEmpty(page)
                .flatMap(told -> landmarks.invoice().map(told::invoice).defaultIfEmpty(told));
    }

    @SafeVarargs
    private static Mono<VisitPage> acts(VisitPage page, Mono<Landmarks.Act>... acts) {
        return Flux.concat(acts).collectList().map(page::acts);
    }

    /** The first that was signed after her gift: the one in her mail of thanks. */
    private Mono<VisitPage> seal(VisitPage page, Locale locale) {
        return landmarks
                .garden()
                .zipWith(landmarks.claire())
                .flatMap(both -> journals.headSince(both.getT1().campaign().id().value(), begun(both.getT2())))
                .map(head -> page.seal(seal(head, locale)))
                .onErrorResume(IllegalStateException.class, unsigned -> Mono.empty())
                .defaultIfEmpty(page);
    }

    private static Instant begun(Giving.Begun gift) {
        // ids of version 7 tell their millisecond
        return Instant.ofEpochMilli(gift.donation().getMostSignificantBits() >>> 16);
    }

    private static VisitPage.Seal seal(JournalHead head, Locale locale) {
        return new VisitPage.Seal(head.note(), DayText.text(LocalDate.ofInstant(head.signedAt(), ZONE), locale));
    }
}
