package org.tremplin.patron.dossier;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A paper of an association that goes with its dossiers.
 *
 * @param sha256 of its bytes, hexadecimal; {@code size} of them
 */
record Enclosure(Kind kind, UUID file, String sha256, int size, Instant addedAt) {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    /** In the order of every dossier. */
    enum Kind {
        STATUTES("statuts"),
        /** Of the last closed year. */
        ACCOUNTS("comptes"),
        /** What the association did in the last year. */
        REPORT("rapport"),
        /** Liability insurance. */
        INSURANCE("assurance");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** Its name in a form, and of its file. */
        String field() {
            return field;
        }

        static Optional<Kind> of(String field) {
            return Stream.of(values()).filter(kind -> kind.field.equals(field)).findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
