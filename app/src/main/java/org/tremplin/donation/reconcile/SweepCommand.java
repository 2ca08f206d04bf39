package org.tremplin.donation.reconcile;

import org.springframework.stereotype.Component;
import org.tremplin.donation.reconcile.CompareBalance.Outcome;
import org.tremplin.donation.reconcile.CompareBalance.Verdict;
import org.tremplin.donation.reconcile.FullSweep.Report;
import org.tremplin.ledger.Books;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.Console;

/** {@code sweep}: one full sweep now, beside a running application or without one. */
@Component
class SweepCommand implements Command {

    private final FullSweep sweep;
    private final Books books;

    SweepCommand(FullSweep sweep, Books books) {
        this.sweep = sweep;
        this.books = books;
    }

    @Override
    public int run(CommandLine line, Console console) {
        Report done = sweep.now().blockOptional().orElse(null);
        if (done == null) {
            console.complain(console.text("sweep.elsewhere"));
            return FAILED;
        }
        long totals = books.compareTotals().blockOptional().orElse(0L);
        console.say(
                "sweep.asked",
                done.swept().payments(),
                done.swept().events(),
                done.swept().movements(),
                done.swept().fees(),
                done.swept().handedOn());
        if (!done.swept().complete()) {
            console.say("sweep.incomplete");
        }
        console.say(
                "sweep.booked",
                done.repaired().missing(),
                done.repaired().repaired(),
                done.repaired().left());
        console.say("sweep.totals", totals);
        say(done.balance(), console);
        return done.swept().complete()
                        && done.repaired().left() == 0
                        && totals == 0
                        && done.balance().outcome() != Outcome.DIFFERS
                ? DONE
                : FAILED;
    }

    private static void say(Verdict verdict, Console console) {
        switch (verdict.outcome()) {
            case EQUAL -> console.say("sweep.balance-equal", verdict.held());
            case DIFFERS -> console.say("sweep.balance-differs", verdict.booked(), verdict.held());
            case OPENED -> console.say("sweep.balance-opened", verdict.held() - verdict.booked());
            case MOVING -> console.say("sweep.balance-moving");
        }
    }
}
