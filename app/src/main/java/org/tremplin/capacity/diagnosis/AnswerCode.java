package org.tremplin.capacity.diagnosis;

import java.util.Optional;
import org.tremplin.capacity.Answer;

/** How an answer is written in forms and tables: 0 to 4, DK, NA. */
final class AnswerCode {

    static final String UNKNOWN = "DK";
    static final String NOT_APPLICABLE = "NA";

    private AnswerCode() {}

    static Optional<Answer> read(String code) {
        return switch (code) {
            case UNKNOWN -> Optional.of(Answer.UNKNOWN);
            case NOT_APPLICABLE -> Optional.of(Answer.NOT_APPLICABLE);
            case "0", "1", "2", "3", "4" -> Optional.of(Answer.of(Integer.parseInt(code)));
            default -> Optional.empty();
        };
    }

    static String of(Answer answer) {
        if (answer.isScaled()) {
            return String.valueOf(answer.notches());
        }
        return answer == Answer.UNKNOWN ? UNKNOWN : NOT_APPLICABLE;
    }
}
