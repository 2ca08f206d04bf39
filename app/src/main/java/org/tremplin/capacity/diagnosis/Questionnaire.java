package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Choice;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Level;
import org.tremplin.capacity.grid.Words;

/** What is asked on each page, from the grid; the words of the profile alone are in the bundle. */
@Component
class Questionnaire {

    /** The smallest, so that every answer it may allow is shown. */
    static final Profile SMALLEST = new Profile(0, Ratio.ZERO, Reach.LOCAL, Answer.UNKNOWN, null, null);

    static final List<String> STAFF = List.of("0", "1", "3", "10");
    static final List<String> BUDGET = List.of("0", "10000", "50000", "150000", "500000");
    private static final List<String> VOLUNTEERS = List.of("0", "5", "15", "50");
    private static final List<String> FOUNDED = List.of("0", "1980", "2000", "2010", "2020");
    private static final List<String> FIELD = List.of(
            "SPORT", "CULTURE", "LEISURE", "SOCIAL", "HEALTH", "EDUCATION", "ENVIRONMENT", "RIGHTS", "LOCAL", "OTHER");
    private static final List<String> TERRITORY = List.of("RURAL", "TOWN", "CITY");
    private static final List<String> YES_NO = List.of("yes", "no");

    private final Grid grid;
    private final MessageSource messages;

    Questionnaire(Grid grid, MessageSource messages) {
        this.grid = grid;
        this.messages = messages;
    }

    /** @param profile which decides what may be left out */
    List<Question> questions(Step step, boolean express, Profile profile, Locale locale) {
        Section section = step.section();
        if (section != null) {
            return grid.items(section).stream()
                    .filter(item -> item.express() || !express)
                    .map(item -> question(item, profile, locale))
                    .toList();
        }
        return switch (step) {
            case PROFILE -> profile(express, locale);
            case OBSTACLES ->
                grid.obstacles().stream()
                        .map(one -> new Question(
                                one.id(),
                                false,
                                said(one.words(), locale),
                                "",
                                sources(one.sources(), locale),
                                options(grid.obstacleLevels(), false, locale)))
                        .toList();
            default -> List.of();
        };
    }

    /**
     * The ids of a page, to count what is answered.
     *
     * @param traits whether it may be said there what the association is, or only what the respondent sees
     */
    List<String> ids(Step step, boolean express, Profile profile, boolean traits) {
        if (step == Step.ENERGY) {
            return traits ? grid.asked().orientations().stream().map(Choice::id).toList() : List.of();
        }
        if (step == Step.PARTNERS) {
            return traits ? List.of(Trait.ALONE) : List.of();
        }
        return questions(step, express, profile, Locale.FRENCH).stream()
                .filter(question -> traits || !question.trait())
                .map(Question::id)
                .toList();
    }

    private List<Question> profile(boolean express, Locale locale) {
        List<Question> questions = new ArrayList<>(List.of(
                trait(Trait.STAFF, STAFF, locale),
                trait(Trait.BUDGET, BUDGET, locale),
                new Question(
                        Trait.REACH,
                        true,
                        text("diagnosis.ask.reach", locale),
                        "",
                        List.of(),
                        withUnknown(
                                grid.asked().reaches().stream()
                                        .map(reach ->
                                                new Question.Option(reach.id(), said(reach.words(), locale), false)),
                                locale)),
                new Question(
                        Trait.AUDIENCE,
                        false,
                        said(grid.asked().audience(), locale),
                        "",
                        sources(List.of("IFMA"), locale),
                        options(grid.asked().audienceLevels(), false, locale))));
        if (!express) {
            Map<String, List<String>> values = Map.of(
                    "volunteers", VOLUNTEERS,
                    "founded", FOUNDED,
                    "field", FIELD,
                    "territory", TERRITORY,
                    "network", YES_NO);
            Trait.DESCRIBED.forEach(id -> questions.add(trait(id, values.getOrDefault(id, List.of()), locale)));
        }
        return questions;
    }

    private Question trait(String id, List<String> values, Locale locale) {
        return new Question(
                id,
                true,
                text("diagnosis.ask." + id, locale),
                "",
                List.of(),
                withUnknown(
                        values.stream()
                                .map(value -> new Question.Option(
                                        value, text("diagnosis.ask." + id + "." + value, locale), false)),
                        locale));
    }

    private Question question(Item item, Profile profile, Locale locale) {
        return new Question(
                item.id(),
                false,
                said(item.ask(), locale),
                said(item.example(), locale),
                sources(item.sources(), locale),
                options(grid.levels(), item.mayBeLeftOut(profile), locale));
    }

    private List<Question.Option> options(List<Level> levels, boolean leftOut, Locale locale) {
        List<Question.Option> options = new ArrayList<>(withUnknown(
                levels.stream()
                        .map(level ->
                                new Question.Option(String.valueOf(level.value()), said(level.words(), locale), false)),
                locale));
        if (leftOut) {
            options.add(new Question.Option(AnswerCode.NOT_APPLICABLE, said(grid.notApplicable(), locale), true));
        }
        return options;
    }

    private List<Question.Option> withUnknown(Stream<Question.Option> options, Locale locale) {
        return Stream.concat(
                        options, Stream.of(new Question.Option(AnswerCode.UNKNOWN, said(grid.unknown(), locale), true)))
                .toList();
    }

    /** The six orientations, for the tokens. */
    List<Question.Option> orientations(Locale locale) {
        return IntStream.range(0, grid.asked().orientations().size())
                .mapToObj(at -> grid.asked().orientations().get(at))
                .map(one -> new Question.Option(one.id(), said(one.words(), locale), false))
                .toList();
    }

    /** The band a size is in: the last that it reaches. */
    static String band(List<String> bands, Predicate<String> reaches) {
        return bands.stream().filter(reaches).reduce(bands.get(0), (lower, higher) -> higher);
    }

    /** How many partners a form asks for. */
    int partners(boolean express) {
        return express ? grid.asked().expressPartners() : grid.asked().partners();
    }

    int tokens() {
        return grid.asked().tokens();
    }

    List<String> sources(List<String> ids, Locale locale) {
        return ids.stream()
                .flatMap(id -> grid.source(id).stream())
                .map(source -> said(source.words(), locale))
                .toList();
    }

    String title(Step step, Locale locale) {
        Section section = step.section();
        return section == null
                ? text("diagnosis.step." + step.slug(), locale)
                : said(grid.sections().get(section.ordinal()).name(), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String said(Words words, Locale locale) {
        return words.in(locale.getLanguage());
    }
}
