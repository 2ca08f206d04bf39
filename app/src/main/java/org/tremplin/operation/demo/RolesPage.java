package org.tremplin.operation.demo;

import java.util.List;
import org.tremplin.association.Role;

/**
 * Who one can be in the demonstration.
 *
 * @param operator whether the operator is one of them: not where the settings name somebody real
 * @param adviser whether the adviser is there, whom the sample data tells of
 */
record RolesPage(List<Group> groups, boolean operator, boolean adviser) {

    /** The people of one association. */
    record Group(String association, List<Card> people) {}

    /** @param key what the button sends */
    record Card(String key, String name, Role role) {

        public String icon() {
            return switch (role) {
                case PRESIDENT -> "pen";
                case TREASURER -> "wallet";
                case ACCOUNTANT -> "book";
                case EDITOR -> "edit";
                case READER -> "eye";
            };
        }
    }
}
