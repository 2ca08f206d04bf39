package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.PromisedSupport;

class PublicSupportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void namesOnlyWhoAgreed() {
        PromisedSupport.Support seen = PublicSupport.support(
                List.of(pledge("Une", 10_000, true, true), pledge("Autre", 5_000, false, true)), false, TODAY);
        assertThat(seen.promisedCents()).isEqualTo(15_000);
        assertThat(seen.named()).extracting(PromisedSupport.Named::name).containsExactly("Une");
    }

    /** With one amount held back, the sum would tell it. */
    @Test
    void leavesANameWithoutAmountOutOfTheSum() {
        PromisedSupport.Support seen = PublicSupport.support(
                List.of(pledge("Une", 10_000, true, true), pledge("Discrète", 7_000, true, false)), false, TODAY);
        assertThat(seen.promisedCents()).isEqualTo(10_000);
        assertThat(seen.named())
                .extracting(PromisedSupport.Named::name, PromisedSupport.Named::cents)
                .containsExactlyInAnyOrder(tuple("Une", 10_000L), tuple("Discrète", null));
    }

    @Test
    void namesNobodyForASensitiveCause() {
        PromisedSupport.Support seen = PublicSupport.support(
                List.of(pledge("Une", 10_000, true, true), pledge("Discrète", 7_000, true, false)), true, TODAY);
        assertThat(seen.named()).isEmpty();
        assertThat(seen.promisedCents()).isEqualTo(17_000);
    }

    private static Pledge pledge(String name, long cents, boolean named, boolean amount) {
        UUID id = UUID.randomUUID();
        return new Pledge(
                id,
                new AssociationId(UUID.randomUUID()),
                new CampaignId(UUID.randomUUID()),
                1,
                null,
                Pledge.Kind.MONEY,
                cents,
                "",
                new Pledge.Signer(name, "SARL", "999999998", "", "", "", "", "", "", "", Language.FR),
                named,
                amount,
                "",
                "",
                "",
                TODAY.plusDays(100),
                NOW,
                PledgeState.ACCEPTED,
                NOW,
                NOW,
                NOW,
                null,
                "",
                List.of(new Instalment(id, 1, cents, Condition.day(TODAY), "REFERENCE", "key", null, null, 0)));
    }
}
