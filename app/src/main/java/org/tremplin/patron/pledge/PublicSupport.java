package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.PromisedSupport;
import reactor.core.publisher.Mono;

/** What the public reads of promises: sums, and the names of those who agreed. */
@Component
class PublicSupport implements PromisedSupport {

    private final Pledges pledges;

    PublicSupport(Pledges pledges) {
        this.pledges = pledges;
    }

    @Override
    public Mono<Support> of(PublishedCampaign campaign, LocalDate today) {
        return pledges.agreed(campaign.campaign().id())
                .map(agreed -> support(agreed, campaign.plan().sensitive(), today));
    }

    /** @param sensitive then nobody is named, whatever they agreed to */
    static Support support(List<Pledge> agreed, boolean sensitive, LocalDate today) {
        List<Pledge> told = agreed.stream().filter(one -> !one.silent()).toList();
        List<Pledge> summed =
                told.stream().filter(one -> one.kind() == Pledge.Kind.MONEY).toList();
        return new Support(
                sum(summed.stream(), Pledge::cents),
                sum(summed.stream(), Pledge::receivedCents),
                sum(summed.stream(), Pledge::dueCents),
                summed.stream()
                        .flatMap(one -> one.instalments().stream())
                        .filter(one -> one.state(today) == InstalmentState.LATE)
                        .mapToLong(Instalment::restCents)
                        .sum(),
                sum(summed.stream(), Pledge::awaitedCents),
                sum(summed.stream(), Pledge::withdrawnCents),
                sum(told.stream().filter(one -> one.kind() == Pledge.Kind.SKILLS && !lost(one, today)), Pledge::cents),
                told.size() < agreed.size(),
                sensitive
                        ? List.of()
                        : agreed.stream()
                                // who promised in kind and was let go, or not heard of any more, withdrew nothing
                                .filter(one -> one.kind() == Pledge.Kind.MONEY
                                        || one.state() == PledgeState.WITHDRAWN
                                        || !lost(one, today))
                                .filter(one -> one.namePublic()
                                        && !one.signer().organisation().isEmpty())
                                .sorted(Comparator.comparing(Pledge::proposedAt))
                                .map(PublicSupport::named)
                                .toList());
    }

    /** What did not come of it will not come. */
    private static boolean lost(Pledge one, LocalDate today) {
        return one.state() == PledgeState.WITHDRAWN || one.state() == PledgeState.ENDED || one.lapsed(today);
    }

    private static Rest rest(Pledge one) {
        return one.state() == PledgeState.WITHDRAWN
                ? Rest.WITHDRAWN
                : one.withdrawnCents() > 0 && one.outstandingCents() == 0 ? Rest.ENDED : Rest.EXPECTED;
    }

    private static Named named(Pledge one) {
        return new Named(
                one.signer().organisation(),
                one.amountPublic() ? one.cents() : null,
                one.amountPublic() ? one.receivedCents() : 0,
                rest(one),
                one.kind() == Pledge.Kind.SKILLS);
    }

    private static long sum(Stream<Pledge> pledges, ToLongFunction<Pledge> part) {
        return pledges.mapToLong(part).sum();
    }
}
