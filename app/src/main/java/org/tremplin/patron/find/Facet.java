package org.tremplin.patron.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tremplin.association.Departments;
import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Plan;

/** By what a patron narrows the list. None asks how ready an association is, and no order does (diagnosis.md 4g). */
enum Facet {
    STAGE("stade", Arrays.stream(Stage.values()).map(Stage::option).toList()),
    CAUSE("cause", Arrays.stream(Cause.values()).map(Cause::slug).toList()),
    NEED("besoin", List.of("argent", "savoir-faire", "materiel", "temps")),
    /** Euros still to find; nothing once it ended. */
    LEFT("reste", List.of("1-1000", "1000-5000", "5000-20000", "20000-plus", "rien")),
    /** Percent of the goal that was received. */
    FUNDED("finance", List.of("0-24", "25-49", "50-74", "75-99", "100")),
    CO_FUNDERS("cofinanceurs", List.of("accordes", "demandes", "non-dits")),
    RECEIPT("recu", List.of("declare", "non-dit")),
    /** Several may be true of one project, and all that are asked must be. */
    RECORD("suivi", List.of("a-lheure", "bilan", "prouve", "rien-encore")),
    /** Codes. */
    DEPARTMENT("dep", Departments.all());

    /** Share of the spending that counts as a record of proof. */
    private static final int PROVEN = 50;

    private final String field;
    private final List<String> options;

    Facet(String field, List<String> options) {
        this.field = field;
        this.options = options;
    }

    /** As addresses name it. */
    String field() {
        return field;
    }

    /** In the order they are shown. */
    List<String> options() {
        return options;
    }

    /** What this project answers. */
    List<String> answers(Project project) {
        return switch (this) {
            case STAGE -> List.of(project.stage().option());
            case CAUSE -> List.of(project.cause());
            case NEED -> project.needs().stream().map(Facet::need).toList();
            case LEFT -> project.stage() == Stage.ENDED ? List.of() : List.of(left(project.leftCents()));
            case FUNDED -> project.goalCents() <= 0 ? List.of() : List.of(funded(project.fundedPercent()));
            case CO_FUNDERS ->
                List.of(project.coFunders() > 0 ? "accordes" : project.coFundersAsked() > 0 ? "demandes" : "non-dits");
            case RECEIPT -> List.of(project.receiptsOn() == null ? "non-dit" : "declare");
            case RECORD -> record(project);
            case DEPARTMENT -> project.department().isEmpty() ? List.of() : List.of(project.department());
        };
    }

    private static String need(Plan.Need need) {
        return switch (need) {
            case MONEY -> "argent";
            case SKILL -> "savoir-faire";
            case EQUIPMENT -> "materiel";
            case TIME -> "temps";
        };
    }

    private static String left(long cents) {
        return cents == 0
                ? "rien"
                : cents < 1_000_00
                        ? "1-1000"
                        : cents < 5_000_00 ? "1000-5000" : cents < 20_000_00 ? "5000-20000" : "20000-plus";
    }

    private static String funded(int percent) {
        return percent < 25
                ? "0-24"
                : percent < 50 ? "25-49" : percent < 75 ? "50-74" : percent < 100 ? "75-99" : "100";
    }

    private static List<String> record(Project project) {
        List<String> record = new ArrayList<>();
        int due = project.reports().due() + project.updates().due();
        if (due > 0 && project.reports().late() + project.updates().late() == 0) {
            record.add("a-lheure");
        }
        if (project.reports().made() > 0) {
            record.add("bilan");
        }
        Integer proven = project.provenPercent();
        if (proven != null && proven >= PROVEN) {
            record.add("prouve");
        }
        if (due == 0 && proven == null) {
            record.add("rien-encore");
        }
        return List.copyOf(record);
    }
}
