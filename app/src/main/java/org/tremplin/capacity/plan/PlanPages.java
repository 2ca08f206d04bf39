package org.tremplin.capacity.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.diagnosis.KeptResult;
import org.tremplin.capacity.diagnosis.KeptResults;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.help.Topic;
import org.tremplin.capacity.score.Progress;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says the plan, and what an action can be given, in one language. */
@Component
class PlanPages {

    private final Actions actions;
    private final KeptResults results;
    private final Memberships memberships;
    private final People people;
    private final Grid grid;
    private final MessageSource messages;

    PlanPages(
            Actions actions,
            KeptResults results,
            Memberships memberships,
            People people,
            Grid grid,
            MessageSource messages) {
        this.actions = actions;
        this.results = results;
        this.memberships = memberships;
        this.people = people;
        this.grid = grid;
        this.messages = messages;
    }

    static String home(Association association) {
        return "/espace/" + association.slug() + "/plan";
    }

    /** @param moved id of the action that just moved, and where it stood before */
    Mono<PlanPage> page(Association association, LocalDate today, @Nullable UUID moved, String before, Locale locale) {
        AssociationId id = association.id();
        return Mono.zip(actions.of(id), actions.steps(id).collectList(), results.of(id))
                .flatMap(read -> names(read.getT1())
                        .map(names -> page(
                                association,
                                new Telling(association, today, names, read.getT2(), review(read.getT3()), locale),
                                read.getT1(),
                                moved,
                                before)));
    }

    /** One action as the plan tells it. */
    Mono<PlanPage.Row> row(Association association, PlannedAction action, Locale locale) {
        LocalDate day = association.day(action.createdAt());
        return names(List.of(action))
                .map(names -> new Telling(association, day, names, List.of(), null, locale).row(action));
    }

    /** What an action may be given: every role that reads the plan, every such member with a name, every topic of help, every section. */
    Mono<PlanChoices> choices(AssociationId association, @Nullable PlannedAction known, Locale locale) {
        return Flux.fromIterable(PlanActs.READERS)
                .concatMap(role -> memberships.persons(association, role).map(person -> Map.entry(role, person)))
                .collectList()
                .flatMap(found -> people.findAll(
                                found.stream().map(Map.Entry::getValue).toList())
                        .collectMap(Person::id, Person::name)
                        .map(names -> choices(found, names, known, locale)));
    }

    private PlanChoices choices(
            List<Map.Entry<Role, UUID>> found, Map<UUID, String> names, @Nullable PlannedAction known, Locale locale) {
        List<PlanChoices.Choice> members = new ArrayList<>();
        for (Map.Entry<Role, UUID> member : found) {
            String name = names.getOrDefault(member.getValue(), "");
            if (!name.isBlank()) {
                members.add(new PlanChoices.Choice(
                        ActionForm.who(member.getKey(), member.getValue()),
                        text("plan.who.member", locale, name, role(member.getKey(), locale))));
            }
        }
        Role role = known == null ? null : known.role();
        UUID person = known == null ? null : known.person();
        if (role != null && person != null) {
            String code = ActionForm.who(role, person);
            // who has left, or changed role, stays until somebody else is chosen
            if (members.stream().noneMatch(one -> one.code().equals(code))) {
                members.add(new PlanChoices.Choice(code, text("plan.who.left", locale, role(role, locale))));
            }
        }
        return new PlanChoices(
                Arrays.stream(Role.values())
                        .filter(one -> PlanActs.READERS.contains(one) || one == role)
                        .map(one -> new PlanChoices.Choice(one.name(), role(one, locale)))
                        .toList(),
                members,
                Arrays.stream(Topic.values())
                        .map(topic -> new PlanChoices.Choice(topic.name(), text(topic.key(), locale)))
                        .toList(),
                KeptResult.SECTIONS.stream()
                        .map(section -> new PlanChoices.Choice(section.name(), title(section, locale)))
                        .toList());
    }

    private @Nullable Review review(List<KeptResults.Dated> made) {
        return Review.of(grid, made);
    }

    private Mono<Map<UUID, String>> names(List<PlannedAction> planned) {
        List<UUID> persons = new ArrayList<>();
        for (PlannedAction action : planned) {
            UUID person = action.person();
            if (person != null) {
                persons.add(person);
            }
        }
        return persons.isEmpty() ? Mono.just(Map.of()) : people.findAll(persons).collectMap(Person::id, Person::name);
    }

    private PlanPage page(
            Association association, Telling tell, List<PlannedAction> planned, @Nullable UUID moved, String before) {
        Review review = tell.review();
        return new PlanPage(
                home(association),
                planned.stream()
                        .filter(action -> action.state().open())
                        .map(tell::row)
                        .toList(),
                planned.stream()
                        .filter(action -> !action.state().open())
                        .map(tell::row)
                        .toList(),
                review == null ? null : association.day(review.since()),
                review == null ? null : association.day(review.on()),
                planned.stream()
                        .filter(action -> action.id().equals(moved))
                        .filter(action -> PlanController.state(before)
                                .filter(action.state()::canBecome)
                                .isPresent())
                        .findFirst()
                        .map(action -> new PlanPage.Moved(
                                action.id(), action.what(), action.state().name(), before))
                        .orElse(null),
                planned.size() >= Actions.MOST);
    }

    String role(Role role, Locale locale) {
        return text("role." + role.name(), locale);
    }

    String title(Section section, Locale locale) {
        return grid.sections().get(section.ordinal()).name().in(locale.getLanguage());
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Where to find who helps with it. */
    static String help(PlannedAction action) {
        String card = action.card();
        if (!action.topic().isEmpty()) {
            return "/ressources/aides?besoin=" + action.topic();
        }
        return card == null ? "" : "/ressources/aides?conseil=" + card;
    }

    /** How rows are told, for one association, one day and one language. */
    private final class Telling {

        private final Association association;
        private final LocalDate today;
        private final Map<UUID, String> names;
        private final Map<UUID, List<Actions.Step>> steps;
        private final @Nullable Review review;
        private final Locale locale;

        Telling(
                Association association,
                LocalDate today,
                Map<UUID, String> names,
                List<Actions.Step> steps,
                @Nullable Review review,
                Locale locale) {
            this.association = association;
            this.today = today;
            this.names = names;
            this.steps = steps.stream().collect(Collectors.groupingBy(Actions.Step::action));
            this.review = review;
            this.locale = locale;
        }

        @Nullable
        Review review() {
            return review;
        }

        PlanPage.Row row(PlannedAction action) {
            LocalDate due = action.due();
            Long cost = action.costCents();
            String card = action.card();
            Section section = action.section();
            Review told = review != null && review.concerns(action) ? review : null;
            return new PlanPage.Row(
                    action.id(),
                    action.what(),
                    action.state().name(),
                    who(action),
                    due == null ? "" : DayText.text(due, locale),
                    due != null && action.state().open() && due.isBefore(today),
                    cost == null ? "" : cost == 0 ? text("plan.free", locale) : MoneyText.brief(cost, locale),
                    help(action),
                    action.topic().isEmpty() ? "" : text("helpers.topic." + action.topic(), locale),
                    card == null ? "" : card,
                    action.reason(),
                    dates(action),
                    told == null || section == null ? "" : section(told, section),
                    told == null || section == null ? List.of() : answers(told, section));
        }

        private String who(PlannedAction action) {
            Role role = action.role();
            if (role == null) {
                return "";
            }
            UUID person = action.person();
            String name = person == null ? "" : names.getOrDefault(person, "");
            return name.isBlank() ? role(role, locale) : text("plan.who.member", locale, name, role(role, locale));
        }

        private List<String> dates(PlannedAction action) {
            return steps.getOrDefault(action.id(), List.of()).stream()
                    .map(step -> text("plan.on." + step.state().name(), locale, day(step.at())))
                    .distinct()
                    .toList();
        }

        private String day(Instant at) {
            return DayText.text(association.day(at), locale);
        }

        private String section(Review of, Section section) {
            Progress.SectionProgress progress = of.section(section);
            return text(
                    "diagnosis.change." + progress.direction().name(),
                    locale,
                    title(section, locale),
                    Math.abs(progress.notches()));
        }

        private List<String> answers(Review of, Section section) {
            String language = locale.getLanguage();
            return of.moved(section).stream()
                    .map(moved -> text(
                            "plan.review.moved",
                            locale,
                            grid.items(section).stream()
                                    .filter(item -> item.id().equals(moved.item()))
                                    .findFirst()
                                    .map(item -> item.name().in(language))
                                    .orElse(moved.item()),
                            grid.words(moved.from()).in(language),
                            grid.words(moved.to()).in(language)))
                    .toList();
        }
    }
}
