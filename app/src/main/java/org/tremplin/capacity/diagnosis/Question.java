package org.tremplin.capacity.diagnosis;

import java.util.List;

/**
 * One question with the answers it takes, in one language.
 *
 * @param trait whether it is about the association, the same whoever answers
 * @param example may be empty
 * @param sources where it comes from, in words
 */
record Question(String id, boolean trait, String ask, String example, List<String> sources, List<Option> options) {

    Question {
        sources = List.copyOf(sources);
        options = List.copyOf(options);
    }

    boolean takes(String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }

    /** What was answered, in words; the smallest number of a band stands for all its numbers. */
    String chosen(String value) {
        if (takes(value) || !id.equals(Trait.STAFF) && !id.equals(Trait.BUDGET) || value.isEmpty()) {
            return value;
        }
        String found = "";
        for (Option option : options) {
            if (!option.apart() && Long.parseLong(option.value()) <= Long.parseLong(value)) {
                found = option.value();
            }
        }
        return found;
    }

    /** @param apart whether it stands apart from the scale: “don’t know”, “not applicable” */
    record Option(String value, String label, boolean apart) {}
}
