package org.tremplin.transparency;

import java.util.function.Function;
import java.util.function.Supplier;

/** The answer to somebody who acts on an expense. */
public sealed interface Decision {

    record Done(Expense expense) implements Decision {}

    /** Nobody decides on their own expense. */
    record Own() implements Decision {}

    /** It does not stand any more where this could be done: somebody was faster. */
    record Late(Expense expense) implements Decision {}

    /** Its author changed it since it was shown. */
    record Changed(Expense expense) implements Decision {}

    /** It takes more than a line has and is planned to have, and nobody said why. */
    record Short(Expense expense) implements Decision {}

    default <T> T fold(
            Function<Expense, T> done,
            Supplier<T> own,
            Function<Expense, T> late,
            Function<Expense, T> changed,
            Function<Expense, T> lacking) {
        if (this instanceof Done one) {
            return done.apply(one.expense());
        }
        if (this instanceof Short one) {
            return lacking.apply(one.expense());
        }
        if (this instanceof Late one) {
            return late.apply(one.expense());
        }
        return this instanceof Changed one ? changed.apply(one.expense()) : own.get();
    }
}
