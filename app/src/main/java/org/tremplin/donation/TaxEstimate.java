package org.tremplin.donation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a gift costs after tax, as an estimate from dated rates (rules.md 1.2, IR_GENERAL: CGI art. 200, 66 % within 20 %
 * of taxable income, which nobody is asked for).
 *
 * @param rates each in force from a day to a day
 * @param firms the same for companies (rules.md 1.2, IS_MECENAT: CGI art. 238 bis)
 */
@ConfigurationProperties("tremplin.tax")
public record TaxEstimate(List<Rate> rates, List<FirmRate> firms) {

    public TaxEstimate {
        firms = firms == null ? List.of() : List.copyOf(firms);
    }

    /** Cents, half up on the reduction; empty when no rate is in force. */
    public OptionalLong afterTaxCents(long cents, LocalDate on) {
        return rates.stream()
                .filter(rate -> rate.inForce(on))
                .mapToLong(rate -> cents - Math.floorDiv(cents * rate.percent() + 50, 100))
                .findFirst();
    }

    /** What the law gives a company; empty when nothing is in force. */
    public Optional<FirmRate> firm(LocalDate on) {
        return firms.stream().filter(rate -> rate.inForce(on)).findFirst();
    }

    /**
     * @param percent of gifts of a year up to {@code thresholdCents}; @param beyondPercent of what is above
     * @param floorCents the ceiling of gifts of a year, or {@code turnoverPerMille} of the turnover before tax where that
     *     is more
     * @param years over which what is above the ceiling is carried
     * @param counterpartPercent of the gift that what is given in return may be worth
     */
    public record FirmRate(
            LocalDate from,
            @Nullable LocalDate until,
            int percent,
            int beyondPercent,
            long thresholdCents,
            long floorCents,
            int turnoverPerMille,
            int years,
            int counterpartPercent,
            String source) {

        /** Cents, half up on the reduction, when it is the only gift of the year. @param turnoverCents 0 for unknown */
        public long afterTaxCents(long cents, long turnoverCents) {
            long within = Math.min(cents, Math.max(floorCents, turnoverCents * turnoverPerMille / 1000));
            long first = Math.min(within, thresholdCents);
            return cents - Math.floorDiv(first * percent + (within - first) * beyondPercent + 50, 100);
        }

        boolean inForce(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
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
