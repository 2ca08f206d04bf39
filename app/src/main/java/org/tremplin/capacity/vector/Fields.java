package org.tremplin.capacity.vector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Ratio;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, read strictly: what is not understood is refused, never guessed. */
final class Fields {

    private static final String UNKNOWN = "DK";
    private static final String NOT_APPLICABLE = "NA";
    /** Keeps an exponent from becoming a number of a billion digits. */
    private static final int MOST_DIGITS = 15;

    private final JsonNode object;

    Fields(JsonNode object, String name) {
        if (!object.isObject()) {
            throw new BadVector("vector.object", name);
        }
        this.object = object;
    }

    boolean has(String key) {
        return object.has(key);
    }

    JsonNode at(String key) {
        JsonNode value = object.get(key);
        if (value == null) {
            throw new BadVector("vector.missing", key);
        }
        return value;
    }

    Fields object(String key) {
        return new Fields(at(key), key);
    }

    static String text(JsonNode value, String key) {
        if (!value.isString()) {
            throw new BadVector("vector.text", key);
        }
        return value.stringValue();
    }

    /** Unless somebody does not know. */
    <T> @Nullable T unlessUnknown(String key, Function<JsonNode, T> read) {
        JsonNode value = at(key);
        return value.isNull() || value.isString() && value.stringValue().equals(UNKNOWN) ? null : read.apply(value);
    }

    Ratio number(String key) {
        return number(at(key), key);
    }

    static Ratio number(JsonNode value, String key) {
        if (!value.isNumber()) {
            throw new BadVector("vector.number", key);
        }
        BigDecimal number = value.decimalValue();
        if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new BadVector("vector.digits", key, MOST_DIGITS);
        }
        return Ratio.of(number);
    }

    int whole(String key) {
        return whole(at(key), key);
    }

    static int whole(JsonNode value, String key) {
        Ratio number = number(value, key);
        if (number.denominator().bitLength() > 1 || number.numerator().bitLength() >= Integer.SIZE) {
            throw new BadVector("vector.whole", key);
        }
        return number.numerator().intValueExact();
    }

    <E extends Enum<E>> E one(String key, Class<E> type) {
        return one(at(key), key, type);
    }

    static <E extends Enum<E>> E one(JsonNode value, String key, Class<E> type) {
        return constant(text(value, key), key, type);
    }

    static <E extends Enum<E>> E constant(String word, String key, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new BadVector("vector.word", key, word);
    }

    List<JsonNode> list(String key) {
        return list(at(key), key);
    }

    static List<JsonNode> list(JsonNode value, String key) {
        if (!value.isArray()) {
            throw new BadVector("vector.list", key);
        }
        List<JsonNode> all = new ArrayList<>();
        value.forEach(all::add);
        return all;
    }

    Optional<Fields> optional(String key) {
        return has(key) && !object.get(key).isNull() ? Optional.of(object(key)) : Optional.empty();
    }

    List<Answer> answers(String key) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode answer : list(key)) {
            answers.add(answer(answer, key + (answers.size() + 1)));
        }
        return answers;
    }

    static Answer answer(JsonNode value, String key) {
        if (value.isNull() || value.isString() && value.stringValue().equals(UNKNOWN)) {
            return Answer.UNKNOWN;
        }
        if (value.isString() && value.stringValue().equals(NOT_APPLICABLE)) {
            return Answer.NOT_APPLICABLE;
        }
        if (!value.isNumber()) {
            throw new BadVector("vector.answer", key);
        }
        int notches = whole(value, key);
        if (notches < 0 || notches > Answer.TOP) {
            throw new BadVector("vector.answer", key);
        }
        return Answer.of(notches);
    }
}
