package org.tremplin.transparency;

import java.util.List;

/** What became of a file of evidence that somebody brought. */
public sealed interface EvidenceFile {

    /**
     * It keeps to the schema.
     *
     * @param doubts what does not agree with itself: shown, not hidden
     */
    record Read(Evidence evidence, List<Doubt> doubts) implements EvidenceFile {

        public Read {
            doubts = List.copyOf(doubts);
        }
    }

    /** @param detail where, in the file's own terms; may be empty */
    record Refused(Reason reason, String detail) implements EvidenceFile {}

    /** Why a file cannot be read. */
    enum Reason {
        TOO_LARGE,
        /** Cut short, or something else. */
        NOT_JSON,
        /** JSON, of another kind. */
        OTHER_FORMAT,
        /** Of a version that this application does not know. */
        OTHER_VERSION,
        /** It says to be one, and is not. */
        OFF_SCHEMA
    }

    /** What came of holding the seal of a file, its gifts and its spending against the journal it speaks of. */
    enum Seal {
        /** A key of the journal signed it, the journal begins as it says, gifts and spending are those of its entries. */
        HOLDS,
        /** The seal holds, and the entries sum to other gifts. */
        OTHER_GIFTS,
        /** The seal holds, and the entries sum to other spending. */
        OTHER_SPENDING,
        /** Both. */
        OTHER_FIGURES,
        /** No key of the journal signed it. */
        NOT_SIGNED,
        /** The journal does not begin as it says. */
        NOT_IN_JOURNAL,
        /** The journal is not what it says it is. */
        JOURNAL_BROKEN,
        /** It was not read: its server does not give it, or the file names another server. */
        NOT_GIVEN,
        /** It was not read: it is longer than {@link EvidenceFiles#MOST_JOURNAL_BYTES}. */
        TOO_LONG,
        /** It was not read: there was no time. */
        NO_TIME;

        /** Whether the seal stands in the journal, whatever its figures. */
        public boolean stands() {
            return compareTo(NOT_SIGNED) < 0;
        }
    }

    /**
     * A figure that does not follow from the others.
     *
     * @param what path of the member, {@code figures.total.spentCents}
     * @param stated in the file; @param computed from its other members: cents, percent or a text as they are written
     */
    record Doubt(String what, String stated, String computed) {}
}
