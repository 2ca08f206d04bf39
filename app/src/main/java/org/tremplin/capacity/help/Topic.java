package org.tremplin.capacity.help;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What somebody helps with. */
public enum Topic {
    DIGITAL,
    SKILLS,
    EQUIPMENT,
    STRATEGY,
    MONEY,
    RULES;

    /** Those whose names are among these; others are left out. */
    static Set<Topic> of(Iterable<String> names) {
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        names.forEach(name -> Arrays.stream(values())
                .filter(topic -> topic.name().equals(name))
                .forEach(found::add));
        return found;
    }

    /** Key of its name. */
    public String key() {
        return "helpers.topic." + name();
    }
}
