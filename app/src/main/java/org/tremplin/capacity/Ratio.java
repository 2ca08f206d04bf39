package org.tremplin.capacity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction, in lowest terms, its denominator above zero: nothing is rounded before it is shown.
 *
 * @throws ArithmeticException if the denominator is zero
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);
    public static final Ratio HUNDRED = of(100);

    public Ratio {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction over zero");
        }
        BigInteger common = denominator.equals(BigInteger.ONE) ? denominator : numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Ratio of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** @param written a number such as {@code 0.6}, or a fraction such as {@code 100/3}
     * @throws NumberFormatException if it is neither */
    public static Ratio of(String written) {
        int bar = written.indexOf('/');
        if (bar < 0) {
            return of(new BigDecimal(written.strip()));
        }
        return of(written.substring(0, bar)).dividedBy(of(written.substring(bar + 1)));
    }

    public Ratio plus(Ratio other) {
        if (denominator.equals(other.denominator)) {
            return new Ratio(numerator.add(other.numerator), denominator);
        }
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Ratio times(long factor) {
        return new Ratio(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /** @throws ArithmeticException if the other is zero */
    public Ratio dividedBy(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** @throws ArithmeticException if the other is zero */
    public Ratio dividedBy(long divisor) {
        return new Ratio(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    public Ratio atMost(Ratio limit) {
        return compareTo(limit) > 0 ? limit : this;
    }

    public Ratio atLeast(Ratio limit) {
        return compareTo(limit) < 0 ? limit : this;
    }

    public boolean below(Ratio other) {
        return compareTo(other) < 0;
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** The least whole number that is not below. */
    public BigInteger roundedUp() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** For display only: halves go up. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
