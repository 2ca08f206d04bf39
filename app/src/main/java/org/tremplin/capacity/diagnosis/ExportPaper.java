package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.tremplin.association.Role;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Shared;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/** A diagnosis on paper, for whoever helps the association: sentences first, then figures, then every answer. */
record ExportPaper(Grid grid, MessageSource messages, Language language) {

    Paper of(String association, ResultPage result, KeptResult kept, List<PlannedAction> plan) {
        Paper paper = Paper.in(language, text("export.title", association))
                .foot(text("strategy.foot"))
                .small(text("export.on", DayText.text(result.on(), locale()), result.respondents(), result.version()))
                .small(text("export.note"))
                .heading(result.headline())
                .items(result.reading());
        measures(paper, result);
        cards(paper, result);
        network(paper, kept);
        obstacles(paper, kept);
        change(paper, result);
        plan(paper, plan);
        reasons(paper, result);
        return paper.small(text("strategy.honest"));
    }

    private Locale locale() {
        return language.locale();
    }

    private void measures(Paper paper, ResultPage result) {
        paper.heading(text("diagnosis.result.two"));
        paper.text(text("diagnosis.result.two.text"));
        for (ResultPage.Meter meter : result.meters()) {
            paper.subheading(meter.title());
            paper.text(meter.told() + " " + text("diagnosis.result.need", meter.target()));
            paper.text(meter.sentence());
        }
        paper.heading(text("diagnosis.result.profile"));
        paper.table(
                List.of(
                        text("diagnosis.result.section"),
                        text("diagnosis.result.today"),
                        text("diagnosis.result.needed")),
                result.rows().stream()
                        .map(row -> List.of(row.title(), row.today(), row.need()))
                        .toList(),
                50,
                25,
                25);
        result.assumed().forEach(paper::small);
    }

    private void cards(Paper paper, ResultPage result) {
        paper.heading(text("diagnosis.result.steps", result.steps().toDo()));
        if (result.steps().now().isEmpty()) {
            paper.text(text("diagnosis.result.none"));
        }
        for (Advised card : result.steps().now()) {
            paper.subheading(card.action());
            paper.text(card.gap());
            paper.text(card.why());
            List<String> helpers =
                    card.helpers().stream().map(Advised.Help::name).toList();
            if (!helpers.isEmpty()) {
                paper.small(labelled("diagnosis.card.help", String.join(", ", helpers)));
            }
            if (!card.effort().isEmpty()) {
                paper.small(labelled("diagnosis.card.effort", card.effort()));
            }
        }
        if (!result.steps().later().isEmpty()) {
            paper.subheading(
                    text("diagnosis.result.later", result.steps().later().size()));
            paper.items(result.steps().later().stream().map(Advised::action).toList());
        }
        if (!result.steps().said().isEmpty()) {
            paper.subheading(text("diagnosis.result.said", result.steps().said().size()));
            paper.items(result.steps().said().stream()
                    .map(card -> card.action() + " (" + text("diagnosis.said." + card.answer()) + ")")
                    .toList());
        }
    }

    /** Counted and told, without a name. */
    private void network(Paper paper, KeptResult kept) {
        if (kept.diagnosis().partners().isEmpty()) {
            return;
        }
        SharedNetwork network = new SharedNetwork(
                new Telling(grid, messages, locale()), Audience.ASSOCIATION, EnumSet.allOf(Shared.class));
        paper.heading(text("diagnosis.result.network"));
        network.counts(kept.diagnosis().partners())
                .forEach(count -> paper.text(answered(count.title(), String.join(" · ", count.counts()))));
        paper.items(network.ties(kept.figures().network()));
    }

    private void obstacles(Paper paper, KeptResult kept) {
        List<String> told = new ArrayList<>();
        List<Answer> answers = kept.diagnosis().obstacles();
        for (int at = 0; at < Math.min(answers.size(), grid.obstacles().size()); at++) {
            if (answers.get(at).isScaled() && !answers.get(at).atMost(0)) {
                String id = grid.obstacles().get(at).id();
                Telling tell = new Telling(grid, messages, locale());
                told.add(answered(tell.asked(id), tell.words(id, answers.get(at))));
            }
        }
        if (!told.isEmpty()) {
            paper.heading(text("export.obstacles"));
            paper.items(told);
        }
    }

    private void change(Paper paper, ResultPage result) {
        if (!result.toDiscuss().isEmpty()) {
            paper.heading(text("diagnosis.discuss"));
            paper.items(result.toDiscuss().stream()
                    .map(one -> answered(one.question(), text("diagnosis.discuss.from", one.lowest(), one.highest())))
                    .toList());
        }
        ResultPage.Change change = result.change();
        if (change != null) {
            paper.heading(text("diagnosis.change.title", DayText.text(change.since(), locale())));
            paper.items(change.sections());
            paper.items(change.moved().stream()
                    .map(one -> answered(one.name(), text("diagnosis.change.from", one.from(), one.to())))
                    .toList());
        }
    }

    private void plan(Paper paper, List<PlannedAction> plan) {
        if (plan.isEmpty()) {
            return;
        }
        paper.heading(text("plan.title"));
        paper.table(
                List.of(text("plan.what"), text("plan.who"), text("plan.due"), text("plan.cost"), text("export.state")),
                plan.stream().map(this::row).toList(),
                40,
                16,
                16,
                12,
                16);
    }

    private List<String> row(PlannedAction action) {
        Long cost = action.costCents();
        Role role = action.role();
        LocalDate due = action.due();
        return List.of(
                action.what(),
                role == null ? text("plan.who.none") : text("role." + role),
                due == null ? text("plan.due.none") : DayText.row(due, locale()),
                cost == null ? text("plan.cost.none") : cost == 0 ? text("plan.free") : MoneyText.brief(cost, locale()),
                text("plan.state." + action.state()));
    }

    private void reasons(Paper paper, ResultPage result) {
        paper.heading(text("diagnosis.why.open"));
        for (ResultPage.Reason reason : result.reasons()) {
            paper.subheading(reason.title());
            paper.table(
                    List.of(
                            text(reason.columns() + ".question"),
                            text(reason.columns() + ".answer"),
                            text(reason.columns() + ".notches")),
                    reason.answers().stream()
                            .map(given -> List.of(given.name(), given.answer(), given.notches()))
                            .toList(),
                    45,
                    40,
                    15);
            paper.text(reason.sum());
            paper.text(reason.bounds()).text(reason.target());
            paper.small(text("diagnosis.sources", String.join(" · ", reason.sources())));
        }
    }

    private String labelled(String key, String said) {
        return answered(text(key), said);
    }

    /** What is asked may end with a point: a colon follows here. */
    private String answered(String asked, String said) {
        return text("export.answered", asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked, said);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }
}
