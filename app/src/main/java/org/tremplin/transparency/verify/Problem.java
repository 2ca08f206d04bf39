package org.tremplin.transparency.verify;

import java.util.List;

/**
 * Why a journal is not what it says it is.
 *
 * @param line of the file, from 1
 * @param what one of the codes of docs/journal.md; a text of the bundle says it
 * @param facts for that text
 */
public record Problem(long line, What what, List<Object> facts) {

    /** The codes, the same in every checker. */
    public enum What {
        EMPTY,
        LINE_TOO_LONG,
        TOO_MANY_LINES,
        NOT_UTF8,
        NOT_JSON,
        NOT_CANONICAL,
        HEADER,
        LEAF,
        HASH,
        ORDER,
        TEXT,
        TRUNCATED,
        AFTER_END,
        CHECKPOINT,
        ORIGIN,
        COUNT,
        ROOT,
        SIGNATURE,
        KEYS,
        TREES,
        SEEN_ORIGIN,
        SEEN_LOST,
        SEEN_LONGER,
        SEEN_DIFFERS
    }

    static Found at(long line, What what, Object... facts) {
        return new Found(new Problem(line, what, List.of(facts)));
    }

    /** Ends the reading: what comes after the first bad line proves nothing. */
    static final class Found extends RuntimeException {

        private final transient Problem problem;

        private Found(Problem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
