package org.tremplin.patron.find;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;

/**
 * A public campaign as a list shows it and as facets sort it: public facts, none of them about readiness.
 *
 * @param language of the association's words
 * @param department code, or empty
 * @param where words of the place as {@link Places#plain} turns them, a blank at both ends
 * @param leftCents to find; never below zero
 * @param coFunders who said yes, of {@code coFundersAsked}
 * @param receiptsOn day the right to tax receipts was declared; none when it was not
 * @param provenPercent of what is spent, 0 to 100; none before anything is
 * @param asOf day of these facts, in the association's zone
 * @param traits what it answers to each facet on that day
 */
record Project(
        UUID id,
        UUID association,
        String slug,
        String title,
        String language,
        String owner,
        String cause,
        String city,
        String department,
        String where,
        Stage stage,
        long goalCents,
        long receivedCents,
        long leftCents,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate endedOn,
        Instant publishedAt,
        List<Plan.Need> needs,
        int coFunders,
        int coFundersAsked,
        @Nullable LocalDate receiptsOn,
        Kept reports,
        Kept updates,
        @Nullable Integer provenPercent,
        long spentCents,
        LocalDate asOf,
        ZoneId zone,
        Traits traits) {

    /**
     * Promises of one kind.
     *
     * @param due whose day is past, or that were made before it
     * @param late made or missing after their day
     * @param mostDaysLate 0 when none is late
     */
    record Kept(int promised, int due, int made, int late, long mostDaysLate) {}

    /** Of what was received to the goal, rounded down; above 100 when more came. */
    int fundedPercent() {
        return goalCents <= 0 ? 0 : (int) (100 * receivedCents / goalCents);
    }

    boolean has(Facet facet, String option) {
        return traits.has(Traits.number(facet, option));
    }

    Project with(Traits known) {
        return new Project(
                id,
                association,
                slug,
                title,
                language,
                owner,
                cause,
                city,
                department,
                where,
                stage,
                goalCents,
                receivedCents,
                leftCents,
                opensOn,
                closesOn,
                endedOn,
                publishedAt,
                needs,
                coFunders,
                coFundersAsked,
                receiptsOn,
                reports,
                updates,
                provenPercent,
                spentCents,
                asOf,
                zone,
                known);
    }
}
