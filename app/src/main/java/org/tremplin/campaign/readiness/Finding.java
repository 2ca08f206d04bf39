package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Waiver;

/**
 * What a gate found: shut by what is missing, or open by evidence of a day, or passed over although something is missing.
 *
 * @param missing none when the gate is open
 * @param evidence what the text {@code gate.<key>.met} is filled with: texts, days, cents, lists of keys
 * @param on day of that evidence, none when it is seen anew each day
 * @param waived who passed it over and why, or none
 * @param kind of evidence, without a name or words of anybody: what is made public of it ({@code GateMet})
 * @param day made public with it: of the evidence, or by which it is promised
 */
public record Finding(
        List<Missing> missing,
        List<Object> evidence,
        @Nullable LocalDate on,
        @Nullable Waiver waived,
        String kind,
        @Nullable LocalDate day) {

    /** Of evidence of which there is one kind only. */
    static final String STATED = "stated";

    public Finding {
        missing = List.copyOf(missing);
        evidence = List.copyOf(evidence);
    }

    Finding(List<Missing> missing, List<Object> evidence, @Nullable LocalDate on) {
        this(missing, evidence, on, null, STATED, on);
    }

    static Finding met(@Nullable LocalDate on, Object... evidence) {
        return new Finding(List.of(), List.of(evidence), on);
    }

    static Finding missing(Missing... missing) {
        return new Finding(List.of(missing), List.of(), null);
    }

    /** The same, of this kind. */
    Finding kind(String told) {
        return kind(told, day);
    }

    Finding kind(String told, @Nullable LocalDate of) {
        return new Finding(missing, evidence, on, waived, told, of);
    }

    /** The same gap, passed over. */
    Finding passedOver(Waiver by, LocalDate on) {
        return new Finding(missing, evidence, on, by, kind, day);
    }

    public boolean met() {
        return missing.isEmpty();
    }

    /** Whether it lets the campaign through. */
    public boolean open() {
        return met() || waived != null;
    }

    /** An amount of money as evidence. */
    public record Cents(long cents) {}

    /** A text with what it is filled with, as evidence. */
    public record Said(String key, List<Object> arguments) {}

    /** Words of the texts as evidence, told as a list. */
    public record Keys(List<String> keys) {}
}
