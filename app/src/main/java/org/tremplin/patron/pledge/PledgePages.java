package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.association.Payee;
import org.tremplin.association.Payees;
import org.tremplin.donation.DonationSettings;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Makes the pages of a promise. */
@Component
class PledgePages {

    private final Promisable promisable;
    private final Payees payees;
    private final AgreementText agreements;
    private final DonationSettings gifts;
    private final Clock clock;

    PledgePages(Promisable promisable, Payees payees, AgreementText agreements, DonationSettings gifts, Clock clock) {
        this.promisable = promisable;
        this.payees = payees;
        this.agreements = agreements;
        this.gifts = gifts;
        this.clock = clock;
    }

    /** @param address of the page, without language */
    Mono<PledgePage> page(Pledge pledge, String address, Language language) {
        return Mono.zip(promisable.at(pledge.campaign()), payees.of(pledge.association()))
                .map(both -> page(pledge, both.getT1(), both.getT2(), address, language));
    }

    private PledgePage page(Pledge pledge, Promisable.At at, Payee payee, String address, Language language) {
        Locale locale = language.locale();
        ZoneId zone = at.association().zone();
        Payee.Transfer transfer = payee.transfer();
        return new PledgePage(
                address,
                at.association().name(),
                at.plan().title(),
                at.campaign().campaign().slug(),
                at.plan().language(),
                pledge.signer().organisation(),
                pledge.signer().name(),
                pledge.signer().email(),
                MoneyText.brief(pledge.cents(), locale),
                pledge.kind() == Pledge.Kind.SKILLS,
                pledge.inKind(),
                state(pledge, at.today()),
                pledge.running(),
                dayOrNone(pledge.patronAcceptedAt(), zone, locale),
                dayOrNone(pledge.acceptedAt(), zone, locale),
                dayOrNone(pledge.endedAt(), zone, locale),
                pledge.endedWhy(),
                day(pledge.answerBy(), zone, locale),
                DayText.text(pledge.endsOn(), locale),
                AgreementText.read(pledge.agreement()),
                language == Language.EN ? AgreementText.read(pledge.reading()) : List.of(),
                pledge.fingerprint(),
                pledge.namePublic(),
                pledge.amountPublic(),
                pledge.instalments().stream()
                        .map(one -> part(one, pledge, at, locale))
                        .toList(),
                sums(List.of(pledge), locale),
                new PledgePage.Pay(
                        transfer == null ? null : transfer.holder(),
                        transfer == null ? null : transfer.ibanText(),
                        transfer == null ? null : transfer.bic(),
                        payee.open().stream()
                                .filter(Means::atProvider)
                                .map(Means::field)
                                .toList()));
    }

    private PledgePage.Part part(Instalment one, Pledge pledge, Promisable.At at, Locale locale) {
        LocalDate last = one.payBy();
        return new PledgePage.Part(
                one.number(),
                MoneyText.brief(one.cents(), locale),
                agreements.condition(one.condition(), locale),
                one.state(at.today()).name(),
                MoneyText.brief(one.receivedCents(), locale),
                one.receivedCents() > 0 && one.restCents() > 0,
                MoneyText.brief(one.restCents(), locale),
                AmountText.typed(one.restCents(), locale),
                one.restCents(),
                reference(one.reference()),
                last == null ? null : DayText.text(last, locale),
                at.possible(one.condition()),
                pledge.agreed() && one.dueCents() > 0,
                one.restCents() >= gifts.minimumCents(),
                pledge.agreed() && one.outstandingCents() > 0);
    }

    /** In groups, as it is read aloud. */
    static String reference(String stored) {
        return stored.substring(0, 4) + "-" + stored.substring(4);
    }

    static PledgePage.Sums sums(List<Pledge> pledges, Locale locale) {
        List<Pledge> money =
                pledges.stream().filter(one -> one.kind() == Pledge.Kind.MONEY).toList();
        return new PledgePage.Sums(
                sum(money, Pledge::cents, locale),
                sum(money, Pledge::awaitedCents, locale),
                sum(money, Pledge::dueCents, locale),
                sum(money, Pledge::receivedCents, locale),
                sum(money, Pledge::withdrawnCents, locale),
                money.stream().anyMatch(one -> one.withdrawnCents() > 0));
    }

    private static String sum(List<Pledge> pledges, ToLongFunction<Pledge> part, Locale locale) {
        return MoneyText.brief(pledges.stream().mapToLong(part).sum(), locale);
    }

    /** As pages call it. */
    String state(Pledge pledge, LocalDate today) {
        return switch (pledge.state()) {
            case PROPOSED ->
                !pledge.open(clock.instant()) ? "expired" : pledge.patronAcceptedAt() == null ? "asked" : "answer";
            case ACCEPTED -> pledge.lapsed(today) ? "lapsed" : "agreed";
            default -> pledge.state().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String day(Instant at, ZoneId zone, Locale locale) {
        return DayText.text(LocalDate.ofInstant(at, zone), locale);
    }

    private static @Nullable String dayOrNone(@Nullable Instant at, ZoneId zone, Locale locale) {
        return at == null ? null : day(at, zone, locale);
    }
}
