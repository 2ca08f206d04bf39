package org.tremplin.capacity.diagnosis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.association.Role;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Sourced;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a diagnosis holds, for an adviser's own tools: described in {@code docs/developer/diagnosis-export.md}. No
 * name of a person or of a partner; obstacles are there, for the association takes its own answers along.
 */
record ExportJson(Grid grid, MessageSource messages, Locale locale) {

    static final String FORMAT = "tremplin-diagnosis";
    static final int VERSION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int SHOWN = 1;
    private static final int EXACT = 3;

    /** Components of the association itself; the others are asked with a campaign. */
    private static final List<Component> COMPONENTS = List.of(Component.A, Component.B, Component.NET, Component.GOV);

    /**
     * @param results the latest first
     * @param said of cards
     */
    String write(
            String association,
            ZoneId zone,
            Instant at,
            List<KeptResults.Dated> results,
            Map<String, SaidOfCards.Said> said,
            List<PlannedAction> plan) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("format_version", VERSION);
        all.put("made_at", at.toString());
        all.put("association", association);
        all.put("language", locale.getLanguage());
        all.put("note", messages.getMessage("export.note", null, locale));
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        for (int place = 0; place < results.size(); place++) {
            told.add(result(results.get(place), zone, place == 0 ? said : Map.of()));
        }
        all.put("results", told);
        all.put("plan", plan.stream().map(action -> action(action, zone)).toList());
        return JSON.writeValueAsString(all);
    }

    private Map<String, @Nullable Object> result(
            KeptResults.Dated dated, ZoneId zone, Map<String, SaidOfCards.Said> said) {
        KeptResult kept = dated.result();
        Figures figures = kept.figures();
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("moment", "T" + dated.moment());
        result.put("on", LocalDate.ofInstant(dated.at(), zone).toString());
        result.put("form", kept.express() ? "express" : "full");
        result.put("grid_version", kept.result().version());
        result.put("respondents", kept.respondents());
        result.put("profile", profile(kept));
        result.put("assumed", kept.assumed());
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Section section : KeptResult.SECTIONS) {
            put(answers, grid.items(section).stream().map(Item::id).toList(), kept.answers(section));
        }
        result.put("answers", answers);
        Map<String, @Nullable Object> obstacles = new LinkedHashMap<>();
        put(
                obstacles,
                grid.obstacles().stream().map(Sourced::id).toList(),
                kept.diagnosis().obstacles());
        result.put("obstacles", obstacles);
        result.put(
                "sections",
                KeptResult.SECTIONS.stream().map(one -> section(figures, one)).toList());
        result.put("network", network(figures.network()));
        result.put(
                "components",
                COMPONENTS.stream()
                        .map(one -> component(figures.component(one)))
                        .toList());
        result.put(
                "cards",
                kept.result().cards().stream()
                        .map(id -> card(id, kept.result().shown(), said))
                        .toList());
        result.put(
                "to_discuss",
                kept.toDiscuss().stream()
                        .map(spread -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("item", spread.item());
                            one.put("lowest", code(spread.lowest()));
                            one.put("highest", code(spread.highest()));
                            return one;
                        })
                        .toList());
        return result;
    }

    private static Map<String, @Nullable Object> profile(KeptResult kept) {
        Profile profile = kept.diagnosis().profile();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("staff", profile.staff());
        told.put("staff_band", band(Questionnaire.STAFF, Ratio.of(profile.staff())));
        told.put("budget_euros", profile.budget().rounded(0));
        told.put("budget_band_euros", band(Questionnaire.BUDGET, profile.budget()));
        told.put("reach", profile.reach().name());
        told.put("audience", code(profile.audience()));
        Map<Orientation, Integer> tokens = profile.tokens();
        told.put("tokens", tokens == null ? null : new TreeMap<>(tokens));
        Ratio aim = profile.onlineAim();
        told.put("online_aim", aim == null ? null : aim.rounded(SHOWN));
        Trait.DESCRIBED.forEach(id -> told.put(id, kept.described().get(id)));
        return told;
    }

    /** What was asked is a band: the figure beside it is only its smallest. */
    private static Map<String, @Nullable Object> band(List<String> asked, Ratio value) {
        Map<String, @Nullable Object> band = new LinkedHashMap<>();
        band.put("from", null);
        band.put("below", null);
        for (String from : asked) {
            boolean reached = !value.below(Ratio.of(Integer.parseInt(from)));
            band.put(reached ? "from" : "below", Integer.valueOf(from));
            if (!reached) {
                break;
            }
        }
        return band;
    }

    private static Map<String, @Nullable Object> section(Figures figures, Section section) {
        SectionScore score = figures.section(section);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", section.name());
        told.put("score", span(score.span(), SHOWN));
        told.put("coverage", score.coverage().rounded(EXACT));
        told.put(
                "target",
                switch (section) {
                    case A -> span(figures.onlineTarget(), SHOWN);
                    case B -> span(Span.exactly(figures.softwareTarget()), SHOWN);
                    case L, G, PREP -> null;
                });
        return told;
    }

    private static Map<String, @Nullable Object> network(NetworkScore network) {
        Span density = network.density();
        Span support = network.toldSupport();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("partners", network.partners());
        told.put("effective_types", number(network.effectiveTypes(), EXACT));
        told.put("diversity", number(network.diversity(), SHOWN));
        told.put("pairs", network.pairs());
        told.put("tied", network.tied());
        told.put("not_tied", network.notTied());
        told.put("unknown", network.unknown());
        told.put("density", density == null ? null : span(density, EXACT));
        told.put("make_known", number(network.makeKnown(), SHOWN));
        told.put("cover", number(network.cover(), SHOWN));
        told.put(
                "single_source",
                network.singleSource().stream().map(Contribution::name).toList());
        told.put("missing", network.missing().stream().map(Contribution::name).toList());
        told.put("proximity", number(network.proximity(), SHOWN));
        told.put("international", number(network.international(), SHOWN));
        told.put("support", support == null ? null : span(support, SHOWN));
        NetworkShape shape = network.shape();
        told.put("shape", shape == null ? null : shape.name());
        return told;
    }

    private static Map<String, @Nullable Object> component(ComponentScore component) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", component.component().name());
        told.put("score", span(component.span(), SHOWN));
        return told;
    }

    private Map<String, @Nullable Object> card(String id, List<String> shown, Map<String, SaidOfCards.Said> said) {
        SaidOfCards.Said answer = said.get(id);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put(
                "action",
                grid.card(id)
                        .map(Card::action)
                        .map(words -> words.in(locale.getLanguage()))
                        .orElse(""));
        told.put("shown", shown.contains(id));
        told.put("said", answer == null ? null : answer.name());
        return told;
    }

    private static Map<String, @Nullable Object> action(PlannedAction action, ZoneId zone) {
        Section section = action.section();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("what", action.what());
        told.put("card", action.card());
        told.put("section", section == null ? null : section.name());
        Role role = action.role();
        LocalDate due = action.due();
        told.put("role", role == null ? null : role.name());
        told.put("due", due == null ? null : due.toString());
        told.put("cost_cents", action.costCents());
        told.put("state", action.state().name());
        told.put("since", LocalDate.ofInstant(action.stateAt(), zone).toString());
        told.put("reason", action.reason());
        return told;
    }

    private static void put(Map<String, @Nullable Object> told, List<String> items, List<Answer> answers) {
        for (int at = 0; at < Math.min(items.size(), answers.size()); at++) {
            told.put(items.get(at), code(answers.get(at)));
        }
    }

    /** A notch as a number, else DK or NA. */
    private static Object code(Answer answer) {
        return answer.isScaled() ? (Object) answer.notches() : AnswerCode.of(answer);
    }

    private static Map<String, @Nullable Object> span(Span span, int decimals) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("point", number(span.point(), decimals));
        told.put("low", number(span.low(), decimals));
        told.put("high", number(span.high(), decimals));
        return told;
    }

    private static @Nullable BigDecimal number(@Nullable Ratio value, int decimals) {
        return value == null ? null : value.rounded(decimals);
    }
}
