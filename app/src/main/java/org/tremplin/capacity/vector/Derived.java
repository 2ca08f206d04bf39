package org.tremplin.capacity.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A vector said by another one: {@code V1 with A=[3,2,NA], committed=900}.
 *
 * @param in the whole of it
 * @param changed keys that differ from the other
 */
record Derived(ObjectNode in, List<String> changed) {

    private static final Pattern FORM = Pattern.compile("(\\S+) with (.+)");
    private static final Pattern CHANGE = Pattern.compile("(\\w+)\\s*=\\s*(.+)");
    /** A comma that another key follows: those inside a list part values. */
    private static final Pattern NEXT = Pattern.compile(",\\s*(?=\\w+\\s*=)");

    private static final Pattern BARE = Pattern.compile("(?<!\")\\b(NA|DK)\\b(?!\")");

    /** @param all of the file, by name */
    static Derived of(String text, JsonNode all, JsonMapper mapper) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !(all.path(form.group(1)).path("in") instanceof ObjectNode other)) {
            throw new BadVector("vector.derived", text);
        }
        ObjectNode in = other.deepCopy();
        List<String> changed = new ArrayList<>();
        for (String part : NEXT.splitAsStream(form.group(2)).toList()) {
            Matcher change = CHANGE.matcher(part);
            if (!change.matches()) {
                throw new BadVector("vector.derived", text);
            }
            try {
                in.set(
                        change.group(1),
                        mapper.readTree(BARE.matcher(change.group(2)).replaceAll("\"$1\"")));
            } catch (JacksonException broken) {
                throw new BadVector("vector.derived", text);
            }
            changed.add(change.group(1));
        }
        return new Derived(in, changed);
    }
}
