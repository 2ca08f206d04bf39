package org.tremplin.transparency.use;

import java.util.Arrays;
import java.util.List;
import org.tremplin.campaign.Plan;

/** Rows of the French statement of destinations on which an expense may count (rules.md 2.2). */
enum Destination {
    ACTION_IN_FRANCE("C1.1.a"),
    GIVEN_IN_FRANCE("C1.1.b"),
    ACTION_ABROAD("C1.2.a"),
    GIVEN_ABROAD("C1.2.b"),
    APPEAL_TO_THE_PUBLIC("C2.1"),
    OTHER_RESOURCES("C2.2"),
    RUNNING("C3");

    private final String code;

    Destination(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Destination::code).toList();
    }

    static String proposed(Plan.BudgetLine line) {
        return (line.collectionCosts() ? APPEAL_TO_THE_PUBLIC : ACTION_IN_FRANCE).code;
    }
}
