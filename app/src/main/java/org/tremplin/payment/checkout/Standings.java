package org.tremplin.payment.checkout;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.payment.WaitingLine;
import reactor.core.publisher.Mono;

/** Tells those who wait where they stand; reads rows, calls nobody. */
@Component
class Standings implements WaitingLine {

    private final Payments payments;
    private final StartLine line;
    private final Buckets buckets;

    Standings(Payments payments, StartLine line, Buckets buckets) {
        this.payments = payments;
        this.line = line;
        this.buckets = buckets;
    }

    @Override
    public Mono<Standing> see(UUID payment) {
        return payments.find(payment)
                .flatMap(found -> {
                    String address = found.sessionUrl();
                    if (!found.unfinished()) {
                        return Mono.just(standing(Where.NOWHERE, null));
                    }
                    return address == null ? inLine(payment) : Mono.just(standing(Where.READY, URI.create(address)));
                })
                .defaultIfEmpty(standing(Where.NOWHERE, null));
    }

    private Mono<Standing> inLine(UUID payment) {
        return line.seen(payment).then(line.place(payment)).flatMap(place -> switch (place.state()) {
            case "WAITING" -> buckets.perSecond(place.account()).map(pace -> waiting(place, pace));
            case "REFUSED" -> Mono.just(standing(Where.REFUSED, null));
            default -> Mono.just(standing(Where.DOWN, null));
        });
    }

    private static Standing waiting(StartLine.Place place, double perSecond) {
        return new Standing(Where.IN_LINE, null, place.before(), Math.max(0, place.ahead() - place.before()), (long)
                Math.ceil((place.before() + 1) / perSecond));
    }

    private static Standing standing(Where where, @Nullable URI address) {
        return new Standing(where, address, 0, 0, 0);
    }
}
