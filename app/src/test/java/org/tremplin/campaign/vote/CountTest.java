package org.tremplin.campaign.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tremplin.campaign.vote.Answer.CHANGE;
import static org.tremplin.campaign.vote.Answer.NO;
import static org.tremplin.campaign.vote.Answer.YES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Plan;

class CountTest {

    private static final Instant OPENED = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-11-08T23:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    @Test
    void takesMoreThanHalfOfTheAnswersForAYes() {
        assertThat(Count.of(List.of(YES, YES, NO)).outcome(1)).isEqualTo(Outcome.PASSED);
        assertThat(Count.of(List.of(YES, NO, NO)).outcome(1)).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void takesATieForNoYesAndAChangeForNone() {
        assertThat(Count.of(List.of(YES, NO)).outcome(1)).isEqualTo(Outcome.REJECTED);
        assertThat(Count.of(List.of(YES, CHANGE)).outcome(1)).isEqualTo(Outcome.REJECTED);
        assertThat(Count.of(List.of(YES, YES, NO, CHANGE)).outcome(1)).isEqualTo(Outcome.REJECTED);
        assertThat(Count.of(List.of(YES, YES, YES, NO, CHANGE)).outcome(1)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void decidesNothingWithTooFewAnswers() {
        assertThat(Count.of(List.of()).outcome(1)).isEqualTo(Outcome.TOO_FEW);
        assertThat(Count.of(List.of(YES, YES)).outcome(3)).isEqualTo(Outcome.TOO_FEW);
        assertThat(Count.of(List.of(YES, YES, CHANGE)).outcome(3)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void endsOnlyAfterItsLastDayOrWhenEverybodyAnswered() {
        BoardVote vote = vote();
        assertThat(vote.takes(ENDS.minusSeconds(1))).isTrue();
        assertThat(vote.takes(ENDS)).isFalse();
        assertThat(vote.canClose(OPENED, 2)).isFalse();
        assertThat(vote.canClose(OPENED, 3)).isTrue();
        assertThat(vote.canClose(ENDS, 0)).isTrue();
    }

    @Test
    void standsForTheSameGoalAndLinesOnly() {
        Plan plan = plan(60_000, "Terre", TODAY.plusDays(30));
        Ballot ballot = Ballot.of(plan);
        assertThat(ballot.sameMoney(plan)).isTrue();
        assertThat(ballot.sameMoney(plan(60_001, "Terre", TODAY.plusDays(30)))).isFalse();
        assertThat(ballot.sameMoney(plan(60_000, "Sable", TODAY.plusDays(30)))).isFalse();
        assertThat(ballot.sameMoney(plan(60_000, "Terre", TODAY.plusDays(60)))).isTrue();
        assertThat(ballot.sameDays(plan(60_000, "Terre", TODAY.plusDays(60)), TODAY))
                .isFalse();
        assertThat(ballot.sameDays(plan, TODAY)).isTrue();
    }

    /** Publication opens a campaign whose first day is past on the day itself. */
    @Test
    void takesADayThatPassedForTheSameDay() {
        Plan plan = plan(60_000, "Terre", TODAY.plusDays(30)).openingOn(TODAY.minusDays(1));
        assertThat(Ballot.of(plan).sameDays(plan.openingOn(TODAY), TODAY)).isTrue();
        assertThat(Ballot.of(plan).sameDays(plan.openingOn(TODAY.plusDays(5)), TODAY))
                .isFalse();
    }

    @Test
    void hasOneFingerprintForOneText() {
        String said = Ballot.of(plan(60_000, "Terre", TODAY)).fingerprint();
        assertThat(said)
                .matches("[0-9a-f]{64}")
                .isEqualTo(Ballot.of(plan(60_000, "Terre", TODAY)).fingerprint());
        assertThat(said)
                .isNotEqualTo(Ballot.of(plan(60_000, "Terres", TODAY)).fingerprint())
                .isNotEqualTo(
                        Ballot.of(plan(60_000, "Terre", TODAY.plusDays(1))).fingerprint());
    }

    private static BoardVote vote() {
        return new BoardVote(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new AssociationId(UUID.randomUUID()),
                Ballot.of(plan(60_000, "Terre", TODAY)),
                "",
                3,
                2,
                OPENED,
                ENDS,
                null,
                null,
                new Count(0, 0, 0));
    }

    private static Plan plan(long cents, String label, LocalDate closes) {
        Plan.BudgetLine line =
                new Plan.BudgetLine(UUID.randomUUID(), label, "", cents, cents, Plan.Need.MONEY, true, "", true);
        return Plan.empty("fr", "Un jardin", "Le quartier", line).spread(List.of(), TODAY, closes, List.of());
    }
}
