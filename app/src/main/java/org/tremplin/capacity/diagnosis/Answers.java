package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Map;

/**
 * All that was answered in one assessment, as written.
 *
 * @param traits of the association, by item
 * @param sheets what each respondent answered, by item
 */
record Answers(Map<String, String> traits, List<Map<String, String>> sheets) {

    Answers {
        traits = Map.copyOf(traits);
        sheets = sheets.stream().map(Map::copyOf).toList();
    }
}
