package org.tremplin.donation.offline;

import java.security.SecureRandom;
import java.util.Locale;

/** What a donor writes on a cheque or a transfer: short, unguessable, and read aloud without a mistake. */
final class References {

    static final int LENGTH = 8;

    /** Without what looks like something else by hand: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. 23^8 of them: 78 thousand million. */
    static final String SIGNS = "ACDEFGHJKMNPQRTWXY34679";

    private static final SecureRandom RANDOM = new SecureRandom();

    private References() {}

    static String random() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            reference.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }

    /** As it is stored: without blanks and dashes, in capitals. */
    static String normal(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\-]", "").toUpperCase(Locale.ROOT);
    }
}
