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

    /** Nor does the sum grow by what was hidden, where a cause becomes sensitive. */
    @Test
    void namesNobodyForASensitiveCause() {
        PromisedSupport.Support seen = PublicSupport.support(
                List.of(pledge("Une", 10_000, true, true), pledge("Discrète", 7_000, true, false)), true, TODAY);
        assertThat(seen.named()).isEmpty();
        assertThat(seen.promisedCents()).isEqualTo(10_000);
    }

    @Test
    void reckonsAnAmountOnlyWhereItWouldStandBesideItsName() {
        Pledge once = pledge("Discrète", 7_000, false, true, true, Pledge.Kind.MONEY, PledgeState.ACCEPTED);
        assertThat(PublicSupport.support(List.of(once), false, TODAY).promisedCents())
                .as("she was named without it before")
                .isZero();
        assertThat(PublicSupport.support(List.of(pledge("Une", 7_000, false, true)), false, TODAY)
                        .promisedCents())
                .isEqualTo(7_000);
    }

    @Test
    void sumsWhatIsGivenInKindOfThoseOnlyWhoStandAndDoNotHideIt() {
        PromisedSupport.Support seen = PublicSupport.support(
                List.of(
                        inKind("Une", 10_000, true, true, PledgeState.ACCEPTED),
                        inKind("Sans nom", 5_000, false, false, PledgeState.ACCEPTED),
                        inKind("Discrète", 7_000, true, false, PledgeState.ACCEPTED),
                        inKind("Partie", 3_000, true, true, PledgeState.WITHDRAWN)),
                false,
                TODAY);
        assertThat(seen.inKindCents()).isEqualTo(15_000);
        assertThat(seen.promisedCents()).isZero();
        assertThat(seen.named())
                .extracting(PromisedSupport.Named::name, PromisedSupport.Named::rest)
                .containsExactlyInAnyOrder(
                        tuple("Une", PromisedSupport.Rest.EXPECTED),
                        tuple("Discrète", PromisedSupport.Rest.EXPECTED),
                        tuple("Partie", PromisedSupport.Rest.WITHDRAWN));
    }

    @Test
    void doesNotSayWithdrawnOfWhatTheAssociationExpectsNoMore() {
        Pledge ended = pledge("Une", 10_000, true, true, Pledge.Kind.MONEY, PledgeState.ENDED);
        Pledge over = PledgeRows.with(
                ended,
                ended.instalments().stream().map(one -> one.withdrawn(TODAY)).toList());
        assertThat(PublicSupport.support(List.of(over), false, TODAY).named())
                .extracting(PromisedSupport.Named::rest)
                .containsExactly(PromisedSupport.Rest.ENDED);
    }

    @Test
    void leavesOutWhatDidNotComeInKindWhenItsAgreementIsOver() {
        List<Pledge> kind = List.of(inKind("Une", 10_000, true, true, PledgeState.ACCEPTED));
        assertThat(PublicSupport.support(kind, false, TODAY.plusDays(100)).inKindCents())
                .isEqualTo(10_000);
        PromisedSupport.Support later = PublicSupport.support(kind, false, TODAY.plusDays(101));
        assertThat(later.inKindCents()).isZero();
        assertThat(later.named()).isEmpty();
    }

    private static Pledge pledge(String name, long cents, boolean named, boolean amount) {
        return pledge(name, cents, named, amount, Pledge.Kind.MONEY, PledgeState.ACCEPTED);
    }

    private static Pledge inKind(String name, long cents, boolean named, boolean amount, PledgeState state) {
        return pledge(name, cents, named, amount, Pledge.Kind.SKILLS, state);
    }

    private static Pledge pledge(
            String name, long cents, boolean named, boolean amount, Pledge.Kind kind, PledgeState state) {
        return pledge(name, cents, named, amount, named && !amount, kind, state);
    }

    private static Pledge pledge(
            String name,
            long cents,
            boolean named,
            boolean amount,
            boolean discreet,
            Pledge.Kind kind,
            PledgeState state) {
        UUID id = UUID.randomUUID();
        return new Pledge(
                id,
                new AssociationId(UUID.randomUUID()),
                new CampaignId(UUID.randomUUID()),
                1,
                null,
                kind,
                cents,
                "",
                new Pledge.Signer(name, "SARL", "999999998", "", "", "", "", "", "", "", Language.FR),
                named,
                amount,
                discreet,
                "",
                "",
                "",
                TODAY.plusDays(100),
                NOW,
                state,
                NOW,
                NOW,
                NOW,
                state == PledgeState.WITHDRAWN ? NOW : null,
                "",
                kind == Pledge.Kind.MONEY
                        ? List.of(new Instalment(id, 1, cents, Condition.day(TODAY), "REFERENCE", "key", null, null, 0))
                        : List.of());
    }
}
