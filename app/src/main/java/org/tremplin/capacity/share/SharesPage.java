package org.tremplin.capacity.share;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom it is open, and to whom it was.
 *
 * @param everybody how much of it everybody sees
 * @param peersSince day of the consent to figures of peers; none when it is not given
 */
record SharesPage(
        String home,
        List<One> open,
        List<One> over,
        Everybody everybody,
        @Nullable LocalDate peersSince) {

    static SharesPage of(
            String home,
            List<Grant> grants,
            List<PublicShares.Choice> everybody,
            PeerConsents.@Nullable Word peers,
            Clock clock,
            ZoneId zone) {
        List<One> all = grants.stream().map(grant -> One.of(grant, clock, zone)).toList();
        return new SharesPage(
                home,
                all.stream().filter(One::open).toList(),
                all.stream().filter(one -> !one.open()).toList(),
                Everybody.of(everybody, zone),
                peers == null || !peers.given() ? null : LocalDate.ofInstant(peers.at(), zone));
    }

    /** @param since day of the latest choice; none where there was none yet */
    record Everybody(int rows, @Nullable LocalDate since) {

        static Everybody of(List<PublicShares.Choice> choices, ZoneId zone) {
            return choices.isEmpty()
                    ? new Everybody(0, null)
                    : new Everybody(
                            choices.get(0).rows().size(),
                            LocalDate.ofInstant(choices.get(0).at(), zone));
        }
    }

    /**
     * @param email none once forgotten
     * @param rows that were chosen, in the order of the table
     * @param accepted none for a patron, whose link is enough
     */
    record One(
            UUID id,
            Audience audience,
            @Nullable String email,
            boolean open,
            List<Shared> rows,
            LocalDate since,
            LocalDate until,
            @Nullable LocalDate accepted,
            @Nullable LocalDate revoked,
            int openings,
            @Nullable LocalDate lastOpened) {

        public boolean renewable() {
            return open && Renewal.possible(audience, accepted != null);
        }

        static One of(Grant grant, Clock clock, ZoneId zone) {
            return new One(
                    grant.id(),
                    grant.audience(),
                    grant.email(),
                    grant.holds(clock, zone),
                    grant.chosen().stream().sorted().toList(),
                    LocalDate.ofInstant(grant.at(), zone),
                    grant.until(),
                    grant.acceptedAt() == null ? null : LocalDate.ofInstant(grant.acceptedAt(), zone),
                    grant.revokedAt() == null ? null : LocalDate.ofInstant(grant.revokedAt(), zone),
                    grant.openings(),
                    grant.lastOpened());
        }
    }
}
