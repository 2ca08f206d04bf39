package org.tremplin.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;
import org.tremplin.campaign.Change;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;

/**
 * What anybody may know of a campaign, as one record: the page read in a minute and {@code preuves.json} are made from
 * it, and a file of another instance is read into it. Its components are the members of schema v1, see docs/preuves.md;
 * they are added to, never renamed. Amounts are cents; what is not known is null, and named in {@code missing}.
 *
 * @param format {@value #FORMAT}
 * @param v {@value #VERSION}
 * @param address of the page that says the same
 * @param asOf day of these facts, in the association's zone
 * @param currency of every amount, ISO 4217
 * @param remainders what was stated of money that was not spent, the newest first: it takes the place of the others;
 *     empty in a file older than revision 1.1
 * @param waivers conditions of publication that were passed over; empty in a file older than revision 1.2
 * @param support what patrons promised, none in a file older than revision 1.3
 * @param people nobody who gives time is stated, when none
 * @param journal the signed head, none as long as nothing stands in it
 */
public record Evidence(
        String format,
        int v,
        Instance instance,
        String address,
        LocalDate asOf,
        String zone,
        String currency,
        Project campaign,
        Owner association,
        Budget budget,
        Figures figures,
        Proof proof,
        Telling telling,
        List<Amendment> amendments,
        List<Unspent> remainders,
        List<Waived> waivers,
        List<Gate> gates,
        @Nullable Support support,
        Calendar calendar,
        @Nullable People people,
        @Nullable Journal journal,
        List<Missing> missing) {

    public static final String FORMAT = "tremplin-evidence";
    public static final int VERSION = 1;

    public Evidence {
        // a file of revision 1.0 does not have it
        remainders = remainders == null ? List.of() : List.copyOf(remainders);
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
        gates = gates == null ? List.of() : List.copyOf(gates);
    }

    /** The same for whoever knows one of the missing things otherwise. @param what its path */
    public Evidence knowing(String what) {
        return new Evidence(
                format,
                v,
                instance,
                address,
                asOf,
                zone,
                currency,
                campaign,
                association,
                budget,
                figures,
                proof,
                telling,
                amendments,
                remainders,
                waivers,
                gates,
                support,
                calendar,
                people,
                journal,
                missing.stream().filter(one -> !one.what().equals(what)).toList());
    }

    /** How a fact is known. */
    public enum Source {
        /** Stated by the association, on its own responsibility. */
        DECLARED,
        /** Read in a public register. */
        REGISTER,
        /** Seen on a paper. */
        PAPER,
        /** Measured by the application; nobody can write it. */
        OBSERVED
    }

    /** Whether gifts are taken. */
    public enum State {
        UPCOMING,
        OPEN,
        ENDED
    }

    /** What a thing of the budget comes from. */
    public enum CoState {
        ASKED,
        /** Said yes, not come yet. */
        PROMISED,
        ACQUIRED,
        REFUSED
    }

    public enum Why {
        /** The association did not state it. */
        NOT_DECLARED,
        /** This instance does not hold it. */
        NOT_HELD,
        /** It will be known once something happens. */
        NOTHING_YET
    }

    /**
     * Where it was made.
     *
     * @param fictitious a demonstration: no association, no money of this file exists
     */
    public record Instance(String origin, boolean fictitious) {}

    /**
     * The project in the association's words.
     *
     * @param language of those words
     * @param edition number of the edition in force, {@code editionAt} when it was published
     */
    public record Project(
            String slug,
            State state,
            String title,
            String language,
            String lead,
            String cause,
            @Nullable String place,
            @Nullable String department,
            @Nullable String problem,
            @Nullable String what,
            @Nullable String forWhom,
            @Nullable String result,
            @Nullable String belowGoal,
            @Nullable String aboveGoal,
            int edition,
            Instant editionAt,
            @Nullable Instant publishedAt) {}

    /** @param receipts what it declared of its right to tax receipts, none when it did not */
    public record Owner(
            String name,
            String address,
            List<Fact> identity,
            @Nullable Fact receipts) {}

    /**
     * Something known of the association.
     *
     * @param on day it was stated or read
     * @param check where anybody can check it, none where nowhere
     */
    public record Fact(
            String what,
            String value,
            Source source,
            @Nullable LocalDate on,
            @Nullable Check check) {}

    /** @param register key of its text; @param address of a page, none for a register of paper */
    public record Check(
            String register, String reference, @Nullable String address) {}

    /**
     * Both sides; they are equal.
     *
     * @param goalCents asked of gifts at the launch, the mark donors saw; {@code minimumCents} of it
     */
    public record Budget(
            List<Line> lines,
            List<Resource> resources,
            long costCents,
            long askedCents,
            long goalCents,
            long minimumCents,
            long elsewhereCents,
            boolean balanced) {}

    /**
     * One cost.
     *
     * @param code of the line in the public journal
     * @param askedCents the part of it asked from gifts
     */
    public record Line(
            String code,
            String label,
            @Nullable String purpose,
            Plan.Need need,
            boolean indispensable,
            boolean collectionCosts,
            long plannedCents,
            long askedCents,
            @Nullable String result) {}

    /**
     * A co-funder.
     *
     * @param plannedCents in the budget; @param cents in its present state, as of {@code on}
     */
    public record Resource(
            String label,
            long plannedCents,
            CoState state,
            long cents,
            @Nullable LocalDate on) {}

    /**
     * Planned against actual, equal to the books to the cent.
     *
     * @param toFindCents of the goal, not received
     * @param feesAwaited whether the provider has not told yet what it keeps of some gifts; none in a file older than
     *     revision 1.1
     */
    public record Figures(
            LocalDate asOf,
            List<Amounts> lines,
            Amounts total,
            long toFindCents,
            @Nullable Boolean feesAwaited) {}

    /**
     * What becomes of the money of an ended campaign that was not spent, as the association stated it.
     *
     * @param cents of gifts that were left on that day
     * @param to what it is kept for; none where donors get it back
     * @param role of the person who stated it
     * @param terms the sentence accepted with each gift, none when there was none
     */
    public record Unspent(
            LocalDate on,
            Remainder.Fate fate,
            long cents,
            @Nullable String to,
            String reason,
            String role,
            @Nullable String terms) {}

    /**
     * A condition of publication that was met when the campaign opened ({@code GateMet}); a file before revision 1.4 has
     * none, nor has a campaign that opened before this was kept.
     *
     * @param on day of the evidence, or by which something is promised; none where the application saw it itself
     * @param checkedOn the day of publication
     */
    public record Gate(String gate, String kind, @Nullable LocalDate on, LocalDate checkedOn) {}

    /** A condition that trust asks for and law does not, passed over in public. @param role of who did */
    public record Waived(String gate, String reason, String role, LocalDate on) {}

    /**
     * What firms and foundations promised by agreements that both sides accepted, in cents. {@code promisedCents} is the
     * sum of received, due, awaited and withdrawn; of these only what is received is in {@code figures} too. Nobody is
     * named, and who is named elsewhere without an amount is in no sum, for the sum would tell it.
     *
     * @param dueCents released and not here; @param lateCents the part of that which is late
     * @param awaitedCents its condition is not met
     * @param inKindCents skills and equipment at cost value, in none of the others
     */
    public record Support(
            long promisedCents,
            long receivedCents,
            long dueCents,
            long lateCents,
            long awaitedCents,
            long withdrawnCents,
            long inKindCents) {}

    /**
     * All money together, gifts and co-funders.
     *
     * @param code of the line, empty for the total
     * @param giftsCents the part of what is received that gifts are
     * @param committedCents quotes and orders approved and not spent
     * @param provenCents the part of what is spent of which a proof is public
     * @param leftCents received and not spent; @param differenceCents planned and not spent
     * @param reasons stated for spending more than was left
     */
    public record Amounts(
            String code,
            String label,
            long plannedCents,
            long receivedCents,
            long giftsCents,
            long committedCents,
            long spentCents,
            long provenCents,
            long leftCents,
            long differenceCents,
            List<String> reasons) {}

    /**
     * How far what was spent is shown.
     *
     * @param percent of what is spent, rounded down; none while nothing but payment fees is spent
     * @param expenses entered by one person, {@code approvedByAnother} of them approved by a second one
     * @param papers public proofs; @param withdrawn those whose copy was taken away, with a reason
     */
    public record Proof(
            long spentCents,
            long provenCents,
            @Nullable Integer percent,
            int expenses,
            int approvedByAnother,
            int papers,
            int withdrawn) {}

    /**
     * What was told, and what was promised to be.
     *
     * @param updates how many are public; @param reports how many are
     * @param last day of the newest
     * @param promises every update and report promised, by day
     */
    public record Telling(
            long updates,
            long reports,
            @Nullable LocalDate last,
            Kept updatesKept,
            Kept reportsKept,
            List<Promise> promises) {}

    /**
     * How promises were kept.
     *
     * @param due their day is past; @param made of all, early ones too
     * @param late made late, or not made and past
     * @param mostDaysLate of those, 0 when none is
     */
    public record Kept(int promised, int due, int made, int late, long mostDaysLate) {}

    /** @param by the role that answers for it */
    public record Promise(
            Plan.Telling kind,
            String what,
            Role by,
            LocalDate dueOn,
            @Nullable LocalDate madeOn,
            Promised.State state,
            long daysLate) {}

    /** A change of the terms, published with its reason. @param role of who published it */
    public record Amendment(int edition, Instant at, String role, String reason, List<Difference> changes) {}

    /** @param beforeCents for an amount; @param before for a day or a text; none where it was not there */
    public record Difference(
            Change.What what,
            String label,
            @Nullable Long beforeCents,
            @Nullable Long afterCents,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * @param when the project takes place, in the association's words
     * @param milestones promised, by day
     */
    public record Calendar(
            @Nullable String when,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate closedOn,
            List<Promise> milestones) {}

    /** Time given to the campaign itself. Names are on the campaign's page; a file that travels has none. */
    public record People(int count, long hours, List<Task> tasks) {}

    public record Task(String task, int hours) {}

    /**
     * The signed head of the public journal, see docs/journal.md.
     *
     * @param checkpoint with its signature; @param address of the whole journal
     */
    public record Journal(String origin, long size, String root, Instant signedAt, String checkpoint, String address) {}

    /** @param what path of the member, {@code association.receipts} */
    public record Missing(String what, Why why) {}
}
