package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.OfflineState;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.RefundState;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.ProofState;

/** The moves of money.md, and their picture in the documents, drawn from the enums. */
class StatesTest {

    private static final Path PICTURE = Path.of("../docs/developer/states.md");

    @Test
    void allowsThePaymentMovesOfTheDesign() {
        assertThat(moves(PaymentState.values(), PaymentState::canBecome))
                .containsExactlyInAnyOrder(
                        "OPEN PENDING",
                        "OPEN SUCCEEDED",
                        "OPEN FAILED",
                        "OPEN EXPIRED",
                        "PENDING SUCCEEDED",
                        "PENDING FAILED",
                        "FAILED PENDING",
                        "FAILED SUCCEEDED",
                        "FAILED EXPIRED",
                        "EXPIRED SUCCEEDED");
    }

    @Test
    void allowsTheOtherMovesOfTheDesign() {
        assertThat(moves(RefundState.values(), RefundState::canBecome))
                .contains("REQUESTED PENDING", "PENDING SUCCEEDED", "PENDING FAILED", "PENDING CANCELLED")
                .noneMatch(move -> move.endsWith("REQUESTED") || move.startsWith("CANCELLED"));
        assertThat(moves(DisputeState.values(), DisputeState::canBecome))
                .contains("OPEN WON", "OPEN LOST", "OPEN PREVENTED", "OPEN CLOSED")
                .noneMatch(move -> move.startsWith("WON") || move.startsWith("LOST") || move.endsWith("WARNING"));
        assertThat(moves(DonationState.values(), DonationState::canBecome))
                .containsExactlyInAnyOrder(
                        "STARTED PENDING",
                        "STARTED SETTLED",
                        "STARTED ABANDONED",
                        "PENDING SETTLED",
                        "PENDING ABANDONED",
                        "ABANDONED SETTLED");
    }

    @Test
    void letsAChequeBeRefusedUntilTheEndAndNothingReturn() {
        assertThat(moves(OfflineState.values(), OfflineState::canBecome))
                .containsExactlyInAnyOrder(
                        "PROMISED RECEIVED",
                        "PROMISED CLEARED",
                        "PROMISED EXPIRED",
                        "PROMISED CANCELLED",
                        "EXPIRED RECEIVED",
                        "EXPIRED CLEARED",
                        "CANCELLED RECEIVED",
                        "CANCELLED CLEARED",
                        "RECEIVED DEPOSITED",
                        "RECEIVED REJECTED",
                        "DEPOSITED CLEARED",
                        "DEPOSITED REJECTED",
                        "CLEARED REJECTED");
    }

    @Test
    void letsNobodyEditAnExpenseThatWasApproved() {
        assertThat(moves(ExpenseState.values(), ExpenseState::canBecome))
                .containsExactlyInAnyOrder(
                        "DRAFT SUBMITTED",
                        "SUBMITTED APPROVED",
                        "SUBMITTED REFUSED",
                        "SUBMITTED DRAFT",
                        "APPROVED PAID",
                        "APPROVED AMENDED",
                        "APPROVED REVERSED",
                        "PAID AMENDED",
                        "PAID REVERSED");
    }

    @Test
    void isDrawnInTheDocuments() throws IOException {
        String drawn =
                "# States\n\nDrawn by `StatesTest` from the enums; what they mean stands in [money.md](money.md) and beside each"
                        + " of them.\n"
                        + drawing("Payment", PaymentState.values(), PaymentState::canBecome)
                        + drawing("Donation", DonationState.values(), DonationState::canBecome)
                        + drawing("Offline payment", OfflineState.values(), OfflineState::canBecome)
                        + drawing("Refund", RefundState.values(), RefundState::canBecome)
                        + drawing("Expense", ExpenseState.values(), ExpenseState::canBecome)
                        + drawing("Proof", ProofState.values(), ProofState::canBecome)
                        + drawing("Dispute", DisputeState.values(), DisputeState::canBecome);
        String before = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        Files.writeString(PICTURE, drawn);
        assertThat(before).as("drawn anew: commit it").isEqualTo(drawn);
    }

    private static <S extends Enum<S>> String drawing(String title, S[] states, BiPredicate<S, S> allowed) {
        return moves(states, allowed).stream()
                .map(move -> "    " + move.replace(" ", " --> ") + "\n")
                .collect(Collectors.joining(
                        "",
                        "\n## " + title + "\n\n```mermaid\nstateDiagram-v2\n    [*] --> " + states[0] + "\n",
                        "```\n"));
    }

    private static <S extends Enum<S>> List<String> moves(S[] states, BiPredicate<S, S> allowed) {
        return Stream.of(states)
                .flatMap(from ->
                        Stream.of(states).filter(to -> allowed.test(from, to)).map(to -> from + " " + to))
                .toList();
    }
}
