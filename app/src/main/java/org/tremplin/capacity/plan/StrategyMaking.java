package org.tremplin.capacity.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.diagnosis.KeptResult;
import org.tremplin.capacity.grid.Choice;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.network.NamedPartners.Decision;
import org.tremplin.capacity.network.NamedPartners.Named;

/**
 * Makes the texts of a strategy out of what is known. No figure of a section, no mark: enough, or not, for the
 * association's own need.
 *
 * @param object what the association exists for
 * @param sentence of its campaign; may be empty
 * @param result none before the first diagnosis
 */
record StrategyMaking(
        String object,
        String sentence,
        @Nullable KeptResult result,
        List<Named> partners,
        Grid grid,
        MessageSource messages,
        Locale locale) {

    /** Letters of a list of partners; the rest is counted. */
    private static final int LONGEST_LIST = 260;

    private static final int ORIENTATIONS = 2;
    private static final int FIRST = 2;

    Map<StrategyPart, String> texts(boolean names) {
        Map<StrategyPart, String> texts = new EnumMap<>(StrategyPart.class);
        texts.put(StrategyPart.PROJECT, project());
        texts.put(StrategyPart.KEEP, keep(names));
        texts.put(StrategyPart.REVIEW, review(names));
        texts.put(StrategyPart.SEEK, seek());
        texts.put(StrategyPart.DIGITAL, digital());
        return texts;
    }

    private String project() {
        List<String> lines = new ArrayList<>();
        if (!sentence.isBlank()) {
            lines.add(text("strategy.project.campaign", sentence.strip()));
        } else if (!object.isBlank()) {
            lines.add(cut(object.strip().replace('\n', ' '), LONGEST_LIST));
        }
        Map<Orientation, Integer> tokens =
                result == null ? null : result.diagnosis().profile().tokens();
        if (tokens != null) {
            List<String> first = tokens.entrySet().stream()
                    .filter(one -> one.getValue() > 0)
                    .sorted(Map.Entry.<Orientation, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(ORIENTATIONS)
                    .map(one -> grid.asked()
                            .orientations()
                            .get(one.getKey().ordinal())
                            .words()
                            .in(language()))
                    .map(words -> text("diagnosis.quoted", words))
                    .toList();
            if (!first.isEmpty()) {
                lines.add(text("strategy.project.energy", listed(first)));
            }
        }
        return lines.isEmpty() ? text("strategy.project.none") : String.join("\n", lines);
    }

    private String keep(boolean names) {
        List<Named> kept = decided(Decision.KEEP);
        return kept.isEmpty() ? text("strategy.keep.none") : said(kept, names);
    }

    private String review(boolean names) {
        List<String> lines = new ArrayList<>();
        List<Named> review = decided(Decision.REVIEW);
        List<Named> leave = decided(Decision.LEAVE);
        List<Named> open = decided(null);
        if (!review.isEmpty()) {
            lines.add(said(review, names));
        }
        if (!leave.isEmpty()) {
            lines.add(text("strategy.review.leave", said(leave, names)));
        }
        if (!open.isEmpty()) {
            lines.add(text("strategy.review.open", said(open, names)));
        }
        return lines.isEmpty() ? text("strategy.review.none") : String.join("\n", lines);
    }

    private String seek() {
        if (partners.isEmpty()) {
            return text("strategy.seek.first");
        }
        List<String> lines = new ArrayList<>();
        List<String> missing = brought(0);
        List<String> single = brought(1);
        if (!missing.isEmpty()) {
            lines.add(text("strategy.seek.missing", listed(missing)));
        }
        if (!single.isEmpty()) {
            lines.add(text("strategy.seek.single", listed(single)));
        }
        return lines.isEmpty() ? text("strategy.seek.none") : String.join("\n", lines);
    }

    private String digital() {
        KeptResult known = result;
        if (known == null) {
            return text("strategy.digital.none");
        }
        return need(known, Section.A, known.figures().onlineTarget()) + "\n"
                + need(known, Section.B, Span.exactly(known.figures().softwareTarget()));
    }

    /** Enough or not, in words; the two are never added. */
    private String need(KeptResult known, Section section, Span target) {
        String title = grid.sections().get(section.ordinal()).name().in(language());
        Ratio score = known.figures().section(section).span().point();
        Ratio aim = target.point();
        if (score == null || aim == null) {
            return text("strategy.digital.unknown", title);
        }
        if (!score.below(aim)) {
            return text("strategy.digital.enough", title);
        }
        List<String> first = lowest(known, section);
        return first.isEmpty()
                ? text("strategy.digital.lacking", title)
                : text("strategy.digital.lacking.first", title, listed(first));
    }

    /** The practices that are least in place, in the order of the grid. */
    private List<String> lowest(KeptResult known, Section section) {
        List<Item> items = grid.items(section);
        List<Answer> answers = known.answers(section);
        return Stream.iterate(0, at -> at + 1)
                .limit(Math.min(items.size(), answers.size()))
                .filter(at -> answers.get(at).atMost(Answer.TRIED.notches()))
                .sorted(Comparator.comparing((Integer at) -> answers.get(at).notches()))
                .limit(FIRST)
                .sorted()
                .map(at -> text("diagnosis.quoted", items.get(at).name().in(language())))
                .toList();
    }

    private List<Named> decided(@Nullable Decision decision) {
        return partners.stream()
                .filter(partner -> partner.decision() == decision)
                .toList();
    }

    private List<String> brought(int sources) {
        return Stream.of(Contribution.values())
                .filter(what -> partners.stream()
                                .filter(partner -> partner.brings().contains(what))
                                .count()
                        == sources)
                .map(what -> text("diagnosis.quoted", word(grid.asked().contributions(), what.ordinal())))
                .toList();
    }

    private String said(List<Named> some, boolean names) {
        if (!names) {
            Map<PartnerType, Long> types = some.stream()
                    .collect(Collectors.groupingBy(
                            Named::type, () -> new EnumMap<>(PartnerType.class), Collectors.counting()));
            return types.entrySet().stream()
                    .map(one -> text("strategy.partner.types", type(one.getKey()), one.getValue()))
                    .collect(Collectors.joining(", "));
        }
        List<String> shown = new ArrayList<>();
        int letters = 0;
        for (Named partner : some) {
            String one = text("strategy.partner.named", partner.name(), type(partner.type()));
            letters += one.length() + 2;
            if (letters > LONGEST_LIST && !shown.isEmpty()) {
                break;
            }
            shown.add(one);
        }
        String list = String.join(", ", shown);
        int rest = some.size() - shown.size();
        return rest == 0 ? list : text("strategy.partner.more", list, rest);
    }

    private String listed(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : text(
                        "strategy.and",
                        String.join(", ", words.subList(0, words.size() - 1)),
                        words.get(words.size() - 1));
    }

    private String type(PartnerType type) {
        return word(grid.asked().partnerTypes(), type.ordinal());
    }

    private String word(List<Choice> choices, int place) {
        return choices.get(place).words().in(language());
    }

    private String language() {
        return locale.getLanguage();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String cut(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1).strip() + "…";
    }
}
