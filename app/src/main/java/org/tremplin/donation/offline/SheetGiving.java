package org.tremplin.donation.offline;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.OfflineGiving;
import org.tremplin.donation.OfflineState;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Takes sheets that no browser sent, and follows what they enter. */
@Component
class SheetGiving implements OfflineGiving {

    private final EnterSheet sheets;
    private final Keeping keeping;
    private final OfflinePayments payments;
    private final Clock clock;

    SheetGiving(EnterSheet sheets, Keeping keeping, OfflinePayments payments, Clock clock) {
        this.sheets = sheets;
        this.keeping = keeping;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public Mono<Void> enter(Association association, PublishedCampaign to, Map<String, String> fields, UUID by) {
        SheetForm form = SheetForm.read(new Typed(MultiValueMap.fromSingleValue(fields)));
        Problems problems = form.check(to.plan(), association.today(clock));
        return problems.none()
                ? sheets.enter(association, to, form, Language.FR, by).then()
                : Mono.error(() -> new IllegalStateException("The sheet is refused at " + problems.all()));
    }

    @Override
    public Mono<UUID> enterOne(Association association, PublishedCampaign to, Map<String, String> fields, UUID by) {
        SheetRow row = SheetRow.read(new Typed(MultiValueMap.fromSingleValue(fields)), 0);
        Problems problems = new Problems();
        row.check(to.plan(), association.today(clock), 1, problems);
        return problems.none()
                ? sheets.enterOne(row, association, to, Language.FR, by)
                : Mono.error(() -> new IllegalStateException("The gift is refused at " + problems.all()));
    }

    @Override
    public Mono<Void> receive(Association association, UUID payment, long cents) {
        return keeping.receive(association, payment, cents, association.today(clock), "")
                .then();
    }

    @Override
    public Mono<Long> deposit(Association association, UUID campaign) {
        return payments.of(campaign, OfflineState.RECEIVED)
                .collectList()
                .flatMap(held -> keeping.deposit(association, held, association.today(clock)));
    }

    @Override
    public Mono<Long> clear(Association association, UUID campaign) {
        return payments.of(campaign, OfflineState.DEPOSITED)
                .collectList()
                .flatMap(atBank -> keeping.clear(association, atBank, association.today(clock)));
    }
}
