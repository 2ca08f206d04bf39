package org.tremplin.capacity.plan;

import java.util.List;

/**
 * What a planned action can be given, in the words of one language.
 *
 * @param roles of the association
 * @param members by role and name
 */
record PlanChoices(List<Choice> roles, List<Choice> members, List<Choice> topics, List<Choice> sections) {

    PlanChoices {
        roles = List.copyOf(roles);
        members = List.copyOf(members);
        topics = List.copyOf(topics);
        sections = List.copyOf(sections);
    }

    /** Nobody is somebody too: it may be decided later. */
    boolean knowsWho(String code) {
        return code.isEmpty()
                || roles.stream().anyMatch(one -> one.code().equals(code))
                || members.stream().anyMatch(one -> one.code().equals(code));
    }

    record Choice(String code, String name) {}
}
