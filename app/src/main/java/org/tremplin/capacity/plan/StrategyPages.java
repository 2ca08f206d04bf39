package org.tremplin.capacity.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.CampaignSentences;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.diagnosis.KeptResults;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Helper;
import org.tremplin.capacity.network.NamedPartners;
import org.tremplin.capacity.network.Nameless;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Mono;

/** Puts a strategy together: what the diagnosis gives, or what the association wrote instead. */
@Component
class StrategyPages {

    private static final int ACTIONS = 3;
    /** Helpers of one action: it is one line of a table. */
    private static final int HELPERS = 2;

    private final KeptResults results;
    private final NamedPartners partners;
    private final ObjectProvider<CampaignSentences> campaigns;
    private final StrategyTexts texts;
    private final Actions actions;
    private final Grid grid;
    private final MessageSource messages;
    private final Clock clock;

    StrategyPages(
            KeptResults results,
            NamedPartners partners,
            ObjectProvider<CampaignSentences> campaigns,
            StrategyTexts texts,
            Actions actions,
            Grid grid,
            MessageSource messages,
            Clock clock) {
        this.results = results;
        this.partners = partners;
        this.campaigns = campaigns;
        this.texts = texts;
        this.actions = actions;
        this.grid = grid;
        this.messages = messages;
        this.clock = clock;
    }

    static String home(Association association) {
        return "/espace/" + association.slug() + "/strategie";
    }

    /** @param names whether partners are named in it */
    Mono<Strategy> page(Association association, boolean names, Locale locale) {
        AssociationId id = association.id();
        Mono<Nameless> without = names ? Mono.just(new Nameless(Map.of())) : partners.nameless(id, locale);
        return Mono.zip(
                        results.of(id),
                        making(association, locale),
                        texts.of(id),
                        actions.of(id),
                        results.advice(id),
                        without)
                .map(read -> {
                    List<KeptResults.Dated> made = read.getT1();
                    StrategyMaking making = read.getT2();
                    Nameless nameless = read.getT6();
                    return new Strategy(
                            home(association),
                            PlanPages.home(association),
                            association.name(),
                            association.today(clock),
                            made.isEmpty() ? null : association.day(made.get(0).at()),
                            names,
                            parts(association, making.texts(names), read.getT3(), nameless, locale),
                            actions(
                                    read.getT4(),
                                    read.getT5(),
                                    made.isEmpty()
                                            ? 0
                                            : made.get(0)
                                                    .result()
                                                    .diagnosis()
                                                    .profile()
                                                    .staff(),
                                    nameless,
                                    locale));
                });
    }

    /** One text as it stands, what the diagnosis gives for it, and what was written for it; with names, for members. */
    Mono<Editing> editing(Association association, StrategyPart part, Locale locale) {
        return Mono.zip(making(association, locale), texts.of(association.id())).map(read -> {
            String generated = read.getT1().texts(true).getOrDefault(part, "");
            return new Editing(part, generated, Optional.ofNullable(read.getT2().get(part)));
        });
    }

    private Mono<StrategyMaking> making(Association association, Locale locale) {
        Mono<String> sentence = Optional.ofNullable(campaigns.getIfAvailable())
                .map(known -> known.of(association.id()))
                .orElse(Mono.empty());
        return Mono.zip(results.of(association.id()), partners.of(association.id()), sentence.defaultIfEmpty(""))
                .map(read -> new StrategyMaking(
                        association.object(),
                        read.getT3(),
                        read.getT1().stream()
                                .findFirst()
                                .map(KeptResults.Dated::result)
                                .orElse(null),
                        read.getT2(),
                        grid,
                        messages,
                        locale));
    }

    private List<Strategy.Part> parts(
            Association association,
            Map<StrategyPart, String> generated,
            Map<StrategyPart, StrategyTexts.Written> written,
            Nameless nameless,
            Locale locale) {
        return Arrays.stream(StrategyPart.values())
                .map(part -> {
                    Optional<StrategyTexts.Written> own =
                            Optional.ofNullable(written.get(part)).filter(StrategyTexts.Written::shown);
                    String text = own.map(StrategyTexts.Written::body).orElse(generated.getOrDefault(part, ""));
                    return new Strategy.Part(
                            part.slug(),
                            messages.getMessage(part.key(), null, locale),
                            nameless.of(text)
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .toList(),
                            own.map(one -> association.day(one.at())).orElse(null));
                })
                .toList();
    }

    /** What is planned first; then what is advised and nobody took on yet. */
    private List<Strategy.Action> actions(
            List<PlannedAction> planned, List<String> advice, int staff, Nameless nameless, Locale locale) {
        List<Strategy.Action> three = new ArrayList<>();
        planned.stream()
                .filter(action -> action.state().open())
                .limit(ACTIONS)
                .map(action -> planned(action, staff, nameless, locale))
                .forEach(three::add);
        advice.stream()
                .filter(card -> planned.stream().noneMatch(action -> card.equals(action.card())))
                .flatMap(card -> grid.card(card).stream())
                .limit(ACTIONS - three.size())
                .map(card -> new Strategy.Action(
                        card.action().in(locale.getLanguage()), "", "", "", help(card, staff, locale), false))
                .forEach(three::add);
        return three;
    }

    private Strategy.Action planned(PlannedAction action, int staff, Nameless nameless, Locale locale) {
        Role role = action.role();
        LocalDate due = action.due();
        Long cost = action.costCents();
        return new Strategy.Action(
                nameless.of(action.what()),
                // the page leaves the association: a role, never a person
                role == null ? "" : text("role." + role.name(), locale),
                due == null ? "" : DayText.row(due, locale),
                cost == null ? "" : cost == 0 ? text("plan.free", locale) : MoneyText.brief(cost, locale),
                action.topic().isEmpty()
                        ? help(action.card(), staff, locale)
                        : text("helpers.topic." + action.topic(), locale),
                true);
    }

    private String help(@Nullable String card, int staff, Locale locale) {
        return Optional.ofNullable(card)
                .flatMap(grid::card)
                .map(found -> help(found, staff, locale))
                .orElse("");
    }

    private String help(Card card, int staff, Locale locale) {
        return String.join(
                " · ",
                grid.helpers(card, staff).stream()
                        .limit(HELPERS)
                        .map(Helper::words)
                        .map(words -> words.in(locale.getLanguage()))
                        .toList());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** @param generated what the diagnosis gives */
    record Editing(StrategyPart part, String generated, Optional<StrategyTexts.Written> written) {

        String shown() {
            return written.filter(StrategyTexts.Written::shown)
                    .map(StrategyTexts.Written::body)
                    .orElse(generated);
        }

        /** 0 while nothing was written. */
        int version() {
            return written.map(StrategyTexts.Written::version).orElse(0);
        }
    }
}
