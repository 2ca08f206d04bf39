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
