package org.tremplin.platform.privacy;

import java.util.List;

/**
 * A kind of personal data that is kept: one line of the register of processing.
 *
 * @param code names its texts {@code privacy.<code>.…} and its columns in {@code privacy/columns.txt}
 * @param basis why it may be kept
 * @param terms the lengths its text names, in that order
 */
public record Holding(String code, Basis basis, List<Term> terms) {

    public static Holding of(String code, Basis basis, Term... terms) {
        return new Holding(code, basis, List.of(terms));
    }
}
