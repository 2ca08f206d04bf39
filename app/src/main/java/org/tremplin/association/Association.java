package org.tremplin.association;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The legal entity that receives gifts.
 *
 * @param slug its address, {@code /a/{slug}}
 * @param object what it exists for, as its statutes say
 * @param rna {@code W} and 9 characters; none in Alsace-Moselle
 * @param siren 9 digits
 * @param registry its entry in a register of Alsace-Moselle, where there is no RNA
 * @param zone its days are days of this zone
 * @param receipts what it declared of its right to issue tax receipts
 * @param statement what a donor's bank statement will read, at most 22 characters
 */
public record Association(
        AssociationId id,
        String slug,
        String name,
        String object,
        Address address,
        @Nullable String rna,
        @Nullable String siren,
        @Nullable Registry registry,
        ZoneId zone,
        Receipts receipts,
        String statement,
        Instant declaredAt) {

    /** Today, in its zone. */
    public LocalDate today(Clock clock) {
        return day(clock.instant());
    }

    /** The day of this moment, in its zone. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public record Address(String street, String postalCode, String city) {}

    /** An entry in the register of associations of a court of Alsace-Moselle. */
    public record Registry(String court, String volume, String folio) {
        @Override
        public String toString() {
            return court + ", volume " + volume + ", folio " + folio;
        }
    }

    /**
     * The right to issue tax receipts, declared by the association itself (rules.md 1.1).
     *
     * @param declared false until someone declares it: then no page speaks of tax
     * @param basis why it is entitled, in its own words
     * @param on day of the declaration
     */
    public record Receipts(
            boolean declared,
            @Nullable String basis,
            @Nullable LocalDate on) {
        public static Receipts none() {
            return new Receipts(false, null, null);
        }
    }
}
