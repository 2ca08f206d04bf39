package org.tremplin.donation;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a gift costs after tax, as an estimate from dated rates (rules.md 1.2, IR_GENERAL: CGI art. 200, 66 % within 20 %
 * of taxable income, which nobody is asked for).
 *
 * @param rates each in force from a day to a day
 */
@ConfigurationProperties("tremplin.tax")
public record TaxEstimate(List<Rate> rates) {

    /** Cents, half up on the reduction; empty when no rate is in force. */
    public OptionalLong afterTaxCents(long cents, LocalDate on) {
        return rates.stream()
                .filter(rate -> rate.inForce(on))
                .mapToLong(rate -> cents - Math.floorDiv(cents * rate.percent() + 50, 100))
                .findFirst();
    }

    /**
     * @param percent of the gift, 0–100
     * @param until last day; none while it is in force
     */
    public record Rate(LocalDate from, @Nullable LocalDate until, int percent, String source) {
        boolean inForce(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }
}
