package org.tremplin.patron.compare;

import org.tremplin.transparency.Evidence;

/** What a patron may count, each from the evidence alone; how much it counts is hers to say. */
enum Criterion {
    /** Every report that was due was made on its day. */
    REPORTS("bilans") {
        @Override
        Fit met(Evidence evidence) {
            return kept(evidence.telling().reportsKept());
        }
    },
    /** Every update that was due was made on its day. */
    UPDATES("nouvelles") {
        @Override
        Fit met(Evidence evidence) {
            return kept(evidence.telling().updatesKept());
        }
    },
    /** At least half of what is spent is proven in public. */
    PROVEN("preuves") {
        @Override
        Fit met(Evidence evidence) {
            Integer percent = evidence.proof().percent();
            return percent == null ? Fit.UNKNOWN : Fit.of(percent >= 50);
        }
    },
    /** Gifts and co-funders cover what nothing is possible without. */
    MINIMUM("minimum") {
        @Override
        Fit met(Evidence evidence) {
            return Fit.of(
                    evidence.figures().total().giftsCents() >= evidence.budget().minimumCents());
        }
    },
    /** It declared a right to tax receipts, with its basis. */
    RECEIPTS("recu") {
        @Override
        Fit met(Evidence evidence) {
            return evidence.association().receipts() == null ? Fit.UNKNOWN : Fit.YES;
        }
    },
    /** At least two others said yes. */
    CO_FUNDERS("financeurs") {
        @Override
        Fit met(Evidence evidence) {
            return evidence.budget().resources().isEmpty()
                    ? Fit.UNKNOWN
                    : Fit.of(evidence.budget().resources().stream()
                                    .filter(one -> one.state() == Evidence.CoState.PROMISED
                                            || one.state() == Evidence.CoState.ACQUIRED)
                                    .count()
                            >= 2);
        }
    };

    private final String field;

    Criterion(String field) {
        this.field = field;
    }

    /** Its name in an address. */
    String field() {
        return field;
    }

    abstract Fit met(Evidence evidence);

    private static Fit kept(Evidence.Kept kept) {
        return kept.due() == 0 ? Fit.UNKNOWN : Fit.of(kept.late() == 0);
    }
}
