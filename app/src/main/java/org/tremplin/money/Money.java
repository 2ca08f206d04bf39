package org.tremplin.money;

import java.util.Currency;
import java.util.List;

/**
 * An amount of money.
 *
 * @param cents the smallest unit of the currency; negative for money that leaves
 */
public record Money(long cents, Currency currency) {

    public static final Currency EUR = Currency.getInstance("EUR");

    public static Money euros(long cents) {
        return new Money(cents, EUR);
    }

    /** @throws IllegalArgumentException when the currencies differ; @throws ArithmeticException past 9·10¹⁸ cents */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(cents, other.cents), currency);
    }

    /** Splits by weights so that the parts add up to the whole; see {@link Shares}. */
    public List<Money> split(List<Long> weights) {
        return Shares.of(cents, weights).stream()
                .map(part -> new Money(part, currency))
                .toList();
    }
}
