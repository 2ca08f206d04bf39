package org.tremplin.payment.checkout;

/** Nobody may join the line: who came last would wait longer than a place is kept. */
class LineFull extends ProviderUnreachable {

    LineFull() {
        super(new IllegalStateException("The line is full"));
    }
}
