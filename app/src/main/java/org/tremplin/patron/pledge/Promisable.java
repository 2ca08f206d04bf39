package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.Reports;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** What may be promised to a campaign now, and on which conditions. */
@Component
class Promisable {

    private final Campaigns campaigns;
    private final Associations associations;
    private final UseOfFunds use;
    private final Reports reports;
    private final Pledges pledges;
    private final Clock clock;

    Promisable(
            Campaigns campaigns,
            Associations associations,
            UseOfFunds use,
            Reports reports,
            Pledges pledges,
            Clock clock) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.use = use;
        this.reports = reports;
        this.pledges = pledges;
        this.clock = clock;
    }

    /** Empty for a draft or an unknown address. */
    Mono<At> at(String slug) {
        return campaigns.findPublished(slug).flatMap(this::at);
    }

    Mono<At> at(CampaignId campaign) {
        return campaigns.findPublished(campaign).flatMap(this::at);
    }

    Mono<At> at(PublishedCampaign published) {
        return Mono.zip(
                        associations.find(published.campaign().association()),
                        use.of(published),
                        reports.published(published.campaign().id()),
                        pledges.agreed(published.campaign().id()))
                .map(read -> new At(
                        read.getT1(),
                        published,
                        read.getT2(),
                        read.getT3().stream()
                                .map(Report::promise)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        read.getT4(),
                        read.getT1().today(clock)));
    }

    /**
     * @param told promised reports that are public
     * @param agreed promises both sides accepted
     */
    record At(
            Association association,
            PublishedCampaign campaign,
            CampaignUse use,
            Set<UUID> told,
            List<Pledge> agreed,
            LocalDate today) {

        Plan plan() {
            return campaign.plan();
        }

        boolean over() {
            LocalDate closes = plan().closesOn();
            return campaign.campaign().state() == Campaign.State.CLOSED || closes != null && today.isAfter(closes);
        }

        /** Cents that neither came nor are promised, of this line or of all; never below zero. Not to be shown. */
        long neededCents(@Nullable UUID line) {
            return needed(line, outstanding(null), outstanding(line));
        }

        /** As anyone may read it: without what is promised where that would tell an amount to be hidden. */
        long publicNeedCents(@Nullable UUID line) {
            return hidden() ? needed(line, 0, 0) : neededCents(line);
        }

        /** Whether an amount still to come is hidden from the public, so that no need after promises is told. */
        boolean hidden() {
            return agreed.stream().anyMatch(one -> one.silent() && one.outstandingCents() > 0);
        }

        private long needed(@Nullable UUID line, long promised, long promisedToLine) {
            long whole = plan().goalCents() - use.total().receivedCents() - promised;
            CampaignUse.Line of = line == null ? null : use.line(line);
            long part = of == null ? whole : of.askedCents() - of.receivedCents() - promisedToLine;
            return Math.max(0, Math.min(whole, part));
        }

        /** Whether there is room for it now. What comes otherwise than in money fills no need. */
        boolean takes(Pledge pledge) {
            return !over() && (pledge.kind() == Pledge.Kind.SKILLS || pledge.cents() <= neededCents(pledge.line()));
        }

        private long outstanding(@Nullable UUID line) {
            return agreed.stream()
                    .filter(one -> line == null || line.equals(one.line()))
                    .mapToLong(Pledge::outstandingCents)
                    .sum();
        }

        /** Lines a promise may be for, or wait for a proof on. */
        List<Plan.BudgetLine> lines() {
            return plan().lines().stream()
                    .filter(line -> line.askedCents() > 0 && !line.collectionCosts())
                    .toList();
        }

        /** Promised reports that are not public yet: what was told is no condition any more. */
        List<Plan.Promise> reports() {
            return plan().promises().stream()
                    .filter(one -> one.kind() == Plan.Telling.REPORT && !told.contains(one.id()))
                    .toList();
        }

        /** Whether anything was bought on this line with a proof that anyone can look at. */
        boolean proven(UUID line) {
            CampaignUse.Line found = use.line(line);
            return found != null && found.provenOn() != null;
        }

        boolean met(Condition condition) {
            return switch (condition.kind()) {
                case DATE -> !today.isBefore(Objects.requireNonNull(condition.on()));
                case REPORT -> told.contains(condition.about());
                case PROOF -> proven(Objects.requireNonNull(condition.about()));
            };
        }

        /** Whether it can still be met: the plan in force promises that report, or has that line. */
        boolean possible(Condition condition) {
            return switch (condition.kind()) {
                case DATE -> true;
                case REPORT -> told.contains(condition.about()) || plan().promised(condition.about(), true) != null;
                case PROOF -> plan().lines().stream().anyMatch(line -> line.id().equals(condition.about()));
            };
        }
    }
}
