package org.tremplin.capacity.network;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pairs, asked one partner at a time.
 *
 * @param asked how many partners they are asked for; all of them where the association wants so
 * @param needed known pairs from which the shape of the network is read
 * @param open the partner that is asked about now
 * @param next the one after it, none after the last
 */
record PairsPage(
        String base,
        boolean all,
        int partners,
        int asked,
        int pairs,
        int known,
        int needed,
        List<Group> groups,
        @Nullable Group open,
        List<MatrixRow> matrix,
        List<Head> heads) {

    /** Pairs that are asked. */
    public int questions() {
        return groups.stream().mapToInt(group -> group.questions().size()).sum();
    }

    /** Whether there are others to ask about. */
    public boolean part() {
        return !all && asked < partners;
    }

    /** Whether all that is asked would still be too little to read the shape. */
    public boolean little() {
        return part() && questions() < needed;
    }

    /** Pairs to know that were not asked, once all that is asked is answered; none while it is enough. */
    public int missing() {
        return part() && groups.stream().allMatch(Group::done) ? Math.max(0, needed - known) : 0;
    }

    record Group(int number, UUID id, String name, int answered, List<Question> questions) {
        public boolean done() {
            return answered == questions.size();
        }
    }

    /** @param answer empty when there is none yet */
    record Question(int number, UUID id, String name, String answer) {}

    record Head(int number, String name) {}

    record MatrixRow(Head head, List<String> answers) {}
}
