package org.tremplin.transparency.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.Frontier;

/**
 * A journal as it is read under its lock.
 *
 * @param tree from 1: the second and later ones are of after a restore
 * @param restored number of the last restore that it has taken up, 0 when none
 * @param key number of the key that signs it: the last that it told of
 * @param restores how many there were
 * @param newestKey number of the newest key of the instance
 */
record StandingJournal(
        UUID campaign, String origin, int tree, Frontier edge, int restored, int key, int restores, int newestKey) {

    private static final Pattern LATER_TREE = Pattern.compile("/[0-9]+-[0-9]{8}T[0-9]{6}Z$");

    boolean wasRestored() {
        return restored < restores;
    }

    /** Whether something must be told in it before anything else, and before its head is signed. */
    boolean isBehind() {
        return wasRestored() || key < newestKey;
    }

    Checkpoint head() {
        return new Checkpoint(origin, edge.size(), edge.root());
    }

    /**
     * The name of the tree that it goes on as. With the time of the restore: the same backup may be restored again, and
     * then makes a tree that must not have the name of the one it made before.
     */
    String nextOrigin(Instant restoredAt) {
        return LATER_TREE.matcher(origin).replaceFirst("") + "/" + (tree + 1) + "-"
                + restoredAt.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
    }
}
