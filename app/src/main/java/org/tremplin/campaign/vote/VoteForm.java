package org.tremplin.campaign.vote;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tremplin.identity.People;
import org.tremplin.notification.MailAddress;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * A vote as the president asks for it; component names are those of the fields.
 *
 * @param membres ids of the members who are asked
 * @param adresses of board members without account, one a line
 * @param jours days until the end
 * @param reponses answers needed, as the statutes say
 */
record VoteForm(List<String> membres, String adresses, String jours, String reponses) {

    static final int MOST_ASKED = 30;
    private static final int MOST_DAYS = 30;
    private static final String DAYS = "7";

    VoteForm {
        membres = List.copyOf(membres);
    }

    /** The usual members of the board, a week, half of them. */
    static VoteForm proposed(List<Board.Seat> seats) {
        List<String> usual = seats.stream()
                .filter(Board.Seat::usual)
                .map(seat -> seat.person().id().toString())
                .toList();
        return new VoteForm(usual, "", DAYS, Integer.toString(usual.size() / 2 + 1));
    }

    static VoteForm read(Typed typed, List<Board.Seat> seats) {
        return new VoteForm(
                seats.stream()
                        .map(seat -> seat.person().id().toString())
                        .filter(id -> typed.on("membre-" + id))
                        .toList(),
                typed.text("adresses"),
                typed.line("jours"),
                typed.line("reponses"));
    }

    boolean asks(Board.Seat seat) {
        return membres.contains(seat.person().id().toString());
    }

    List<Board.Seat> asked(List<Board.Seat> seats) {
        return seats.stream().filter(this::asks).toList();
    }

    /** Typed addresses, each once; one of a member who is asked anyway is left out. */
    List<String> typedAddresses(List<Board.Seat> asked) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String line : adresses.split("[\\s,;]+")) {
            if (!line.isBlank()) {
                addresses.add(People.normal(line));
            }
        }
        asked.forEach(seat -> addresses.remove(People.normal(seat.person().email())));
        return new ArrayList<>(addresses);
    }

    Problems check(List<Board.Seat> seats, Mails mails) {
        Problems problems = new Problems();
        List<Board.Seat> asked = asked(seats);
        List<String> typed = typedAddresses(asked);
        int all = asked.size() + typed.size();
        if (all == 0) {
            problems.add("membres", "vote.form.nobody");
        } else if (all > MOST_ASKED) {
            problems.add("membres", "vote.form.many", MOST_ASKED);
        }
        for (String address : typed) {
            if (!MailAddress.plausible(address)) {
                problems.add("adresses", "vote.form.address", address);
            } else if (!mails.reaches(address)) {
                problems.add("adresses", "signin.email.demo");
            }
        }
        if (!within(jours, MOST_DAYS)) {
            problems.add("jours", "vote.form.days", MOST_DAYS);
        }
        if (all > 0 && !within(reponses, all)) {
            problems.add("reponses", "vote.form.least", all);
        }
        return problems;
    }

    /** Once checked. */
    int days() {
        return Integer.parseInt(jours);
    }

    /** Once checked. */
    int least() {
        return Integer.parseInt(reponses);
    }

    private static boolean within(String typed, int most) {
        return typed.matches("[1-9][0-9]?") && Integer.parseInt(typed) <= most;
    }
}
