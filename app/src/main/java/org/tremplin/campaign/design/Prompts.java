package org.tremplin.campaign.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.design.EditorPage.Prompt;
import org.tremplin.campaign.template.Localised;
import org.tremplin.campaign.template.Template;
import org.tremplin.campaign.template.TemplateData;
import org.tremplin.campaign.template.Templates;
import org.tremplin.platform.web.Language;

/** What stands beside the fields: the words of the template the draft began with, else our own. */
@Component
class Prompts {

    private static final List<String> DEFINITION = List.of("forWhom", "what", "when", "where", "problem", "result");

    private final Templates templates;
    private final MessageSource messages;

    Prompts(Templates templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    Map<String, Prompt> of(Draft draft, Language language) {
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        Optional<TemplateData> data = templates.find(draft.template()).map(Template::data);
        for (String field : DEFINITION) {
            prompts.put(
                    field,
                    data.map(found -> prompt(asked(found.definition(), field), language))
                            .orElseGet(() -> ours(field, language)));
        }
        prompts.put("title", example(data.map(TemplateData::title), language));
        prompts.put("lead", example(data.map(TemplateData::lead), language));
        prompts.put("belowGoal", example(data.map(TemplateData::belowGoal), language));
        prompts.put("aboveGoal", example(data.map(TemplateData::aboveGoal), language));
        return prompts;
    }

    List<String> advice(Draft draft, Language language) {
        return templates
                .find(draft.template())
                .map(found -> found.data().advice().stream()
                        .map(advice -> text(advice, language))
                        .toList())
                .orElse(List.of());
    }

    private static TemplateData.Prompt asked(TemplateData.Questions questions, String field) {
        return switch (field) {
            case "forWhom" -> questions.forWhom();
            case "what" -> questions.what();
            case "when" -> questions.when();
            case "where" -> questions.where();
            case "problem" -> questions.problem();
            default -> questions.expectedResult();
        };
    }

    private static Prompt prompt(TemplateData.Prompt asked, Language language) {
        return new Prompt(
                text(asked.question(), language), text(asked.why(), language), text(asked.example(), language));
    }

    private Prompt ours(String field, Language language) {
        return new Prompt(
                messages.getMessage("project." + field + ".question", null, language.locale()),
                messages.getMessage("project." + field + ".why", null, language.locale()),
                messages.getMessage("project." + field + ".example", null, language.locale()));
    }

    private static Prompt example(Optional<Localised> text, Language language) {
        return new Prompt("", "", text.map(found -> text(found, language)).orElse(""));
    }

    private static String text(Localised text, Language language) {
        return text.in(language.code());
    }
}
