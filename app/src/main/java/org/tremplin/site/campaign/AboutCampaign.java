package org.tremplin.site.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.About;
import tools.jackson.databind.json.JsonMapper;

/** What browsers, search engines and previews of links learn of a campaign's page. */
@Component
class AboutCampaign {

    private static final List<String> MODULES = List.of("live", "video", "share");

    private static final int LONGEST_DESCRIPTION = 300;

    private final MessageSource messages;
    private final TremplinSettings settings;
    private final JsonMapper json;

    AboutCampaign(MessageSource messages, TremplinSettings settings, JsonMapper json) {
        this.messages = messages;
        this.settings = settings;
        this.json = json;
    }

    About of(
            Plan plan,
            String slug,
            Association association,
            GiveBox give,
            String link,
            boolean preview,
            Locale locale) {
        String told = plan.lead()
                + ' '
                + messages.getMessage("campaign.description", new Object[] {give.received(), give.goal()}, locale);
        UUID cover = plan.cover();
        return new About(
                plan.title(),
                shortened(told),
                cover == null ? null : settings.absolute("/fichiers/" + cover),
                preview ? null : linkedData(plan, slug, association, link),
                preview ? List.of("video") : MODULES,
                !preview);
    }

    /** Cut between two characters, never within one: an emoji is two of Java's. */
    static String shortened(String told) {
        if (told.length() <= LONGEST_DESCRIPTION) {
            return told;
        }
        int end = LONGEST_DESCRIPTION - 1;
        return told.substring(0, Character.isHighSurrogate(told.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** schema.org, read by search engines; never executed. */
    private String linkedData(Plan plan, String slug, Association association, String link) {
        Map<String, Object> ngo = Map.of(
                "@context",
                "https://schema.org",
                "@type",
                "NGO",
                "name",
                association.name(),
                "url",
                settings.absolute("/a/" + association.slug()),
                "potentialAction",
                Map.of("@type", "DonateAction", "name", plan.title(), "description", plan.lead(), "target", link));
        return json.writeValueAsString(ngo).replace("<", "\\u003c");
    }
}
