package org.tremplin.donation.refund;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.donation.GivingBack;
import reactor.core.publisher.Mono;

/** Gives back without a page. */
@Component
class PageGivingBack implements GivingBack {

    private final ReversedGifts gifts;
    private final Refunding refunding;

    PageGivingBack(ReversedGifts gifts, Refunding refunding) {
        this.gifts = gifts;
        this.refunding = refunding;
    }

    @Override
    public Mono<Void> giveBack(UUID association, UUID donation, String key, long cents, UUID by) {
        return gifts.find(association, donation)
                .flatMap(gift -> refunding.refund(gift, key, cents, by))
                .switchIfEmpty(refused("no such gift"))
                .flatMap(asked ->
                        asked.fold(accepted -> Mono.empty(), left -> refused("too much"), () -> refused("not paid")));
    }

    private static <T> Mono<T> refused(String why) {
        return Mono.error(() -> new IllegalStateException("Not given back: " + why));
    }
}
