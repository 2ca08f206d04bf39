package org.tremplin.transparency.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** A signed statement in place of payslips, as typed. */
record AttestationForm(String du, String au, String fonction, String part, String montant, boolean signe, boolean vu) {

    static final AttestationForm EMPTY = new AttestationForm("", "", "", "", "", false, false);

    private static final int LONGEST_FUNCTION = 120;

    static AttestationForm of(Typed typed) {
        return new AttestationForm(
                typed.line("du"),
                typed.line("au"),
                typed.line("fonction"),
                typed.line("part").replace("%", "").strip(),
                typed.line("montant"),
                typed.on("signe"),
                typed.on("vu"));
    }

    Problems check() {
        Problems problems = new Problems();
        Optional<LocalDate> from = day(du);
        Optional<LocalDate> to = day(au);
        if (from.isEmpty()) {
            problems.add("du", "proof.attest.problem.day");
        }
        if (to.isEmpty() || from.isPresent() && to.get().isBefore(from.get())) {
            problems.add("au", to.isEmpty() ? "proof.attest.problem.day" : "proof.attest.problem.order");
        }
        if (fonction.isEmpty() || fonction.codePointCount(0, fonction.length()) > LONGEST_FUNCTION) {
            problems.add("fonction", "proof.attest.problem.function");
        } else if (!vu && !findings().isEmpty()) {
            problems.add("vu", "proof.attest.problem.person");
        }
        if (share() < 1 || share() > 100) {
            problems.add("part", "proof.attest.problem.share");
        }
        if (cents() <= 0) {
            problems.add("montant", "proof.attest.problem.amount");
        }
        if (!signe) {
            problems.add("signe", "proof.attest.problem.signed");
        }
        return problems;
    }

    List<Finding> findings() {
        return Finding.in(fonction);
    }

    Optional<LocalDate> from() {
        return day(du);
    }

    Optional<LocalDate> to() {
        return day(au);
    }

    /** Percent of a full time; 0 when it is none. */
    int share() {
        return part.matches("\\d{1,3}") ? Integer.parseInt(part) : 0;
    }

    /** 0 when it is no amount. */
    long cents() {
        return AmountText.grouped(montant).orElse(0);
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.ofNullable(DayText.read(text));
    }
}
