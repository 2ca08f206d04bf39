package org.tremplin.campaign.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.campaign.Plan;
import org.tremplin.identity.Person;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/** What pages of a vote show: finished words. */
final class VotePage {

    private VotePage() {}

    /**
     * What was asked, as it was read.
     *
     * @param days empty when none were chosen yet
     */
    record Asked(
            String title,
            String lead,
            String goal,
            String minimum,
            String others,
            List<Line> lines,
            String days,
            String fingerprint) {

        static Asked of(Ballot ballot, String fingerprint, Locale locale) {
            return new Asked(
                    ballot.title(),
                    ballot.lead(),
                    MoneyText.brief(ballot.goal(), locale),
                    MoneyText.brief(ballot.minimum(), locale),
                    MoneyText.brief(ballot.others(), locale),
                    ballot.lines().stream()
                            .map(line -> new Line(
                                    line.label(),
                                    MoneyText.brief(line.planned(), locale),
                                    MoneyText.brief(line.asked(), locale),
                                    line.indispensable()))
                            .toList(),
                    Stream.of(ballot.opensOn(), ballot.closesOn())
                            .flatMap(Stream::ofNullable)
                            .map(day -> DayText.text(day, locale))
                            .reduce((first, last) -> first + " – " + last)
                            .orElse(""),
                    fingerprint);
        }
    }

    record Line(String label, String planned, String asked, boolean indispensable) {}

    /**
     * A vote in a few words.
     *
     * @param state {@code open}, {@code over} (its last day is past and nobody counted yet), else the outcome
     * @param asksNow how it stands beside the draft of today: {@code same}, {@code days} or {@code money}
     */
    record Brief(
            UUID id,
            String state,
            String opened,
            String until,
            String closed,
            int asked,
            int least,
            int answers,
            int yes,
            int no,
            int change,
            String asksNow) {

        static Brief of(BoardVote vote, int answers, Plan draft, Association association, Instant now, Locale locale) {
            Outcome outcome = vote.outcome();
            Instant closed = vote.closedAt();
            LocalDate today = association.day(now);
            return new Brief(
                    vote.id(),
                    outcome != null ? outcome.name().toLowerCase(Locale.ROOT) : vote.takes(now) ? "open" : "over",
                    day(vote.openedAt(), association, locale),
                    DayText.text(vote.lastDay(association.zone()), locale),
                    closed == null ? "" : day(closed, association, locale),
                    vote.asked(),
                    vote.least(),
                    outcome == null ? answers : vote.count().answers(),
                    vote.count().yes(),
                    vote.count().no(),
                    vote.count().change(),
                    !vote.ballot().sameMoney(draft) ? "money" : vote.ballot().sameDays(draft, today) ? "same" : "days");
        }

        private static String day(Instant at, Association association, Locale locale) {
            return DayText.text(association.day(at), locale);
        }
    }

    /**
     * Who was asked, and whether they answered: never what.
     *
     * @param name as the member wishes to be called, else empty
     * @param role key of the role, or {@code BOARD} for somebody without account
     */
    record Asker(String name, String role, boolean answered) {

        static List<Asker> of(List<Voter> voters, List<Person> people) {
            Map<UUID, String> names = new HashMap<>();
            people.forEach(person -> names.put(person.id(), person.name()));
            return voters.stream()
                    .map(voter -> new Asker(
                            voter.typed() ? "" : names.getOrDefault(Objects.requireNonNull(voter.person()), ""),
                            voter.role().isEmpty() ? "BOARD" : voter.role(),
                            voter.answeredAt() != null))
                    .toList();
        }
    }

    /**
     * The page of the campaign's votes.
     *
     * @param running the one that is not counted yet, with who was asked
     * @param ready whether the draft can be voted on
     * @param mayAsk whether this member opens and closes votes
     */
    record Desk(
            String home,
            String title,
            @Nullable Brief running,
            List<Asker> askers,
            boolean closable,
            List<Brief> past,
            Asked draft,
            boolean ready,
            boolean mayAsk,
            List<Seat> seats) {}

    /** A member who can be asked. */
    record Seat(String field, String name, String role, boolean asked) {

        static Seat of(Board.Seat seat, VoteForm form) {
            String name = seat.person().name();
            return new Seat(
                    "membre-" + seat.person().id(),
                    name.isBlank() ? seat.person().email() : name,
                    seat.role().name(),
                    form.asks(seat));
        }
    }

    /** The minutes. @param words what those who want a change asked for, nobody named */
    record Minutes(String home, String association, Brief vote, Asked asked, List<Asker> askers, List<String> words) {}
}
