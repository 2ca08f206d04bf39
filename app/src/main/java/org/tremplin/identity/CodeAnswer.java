package org.tremplin.identity;

/** What became of a typed code. */
sealed interface CodeAnswer {

    record Right(Entry entry) implements CodeAnswer {}

    /** @param left tries that remain, 0 to 4 */
    record Wrong(int left) implements CodeAnswer {}

    /** The code can no longer be used: too late, used, or tried too often. */
    record Over() implements CodeAnswer {}
}
