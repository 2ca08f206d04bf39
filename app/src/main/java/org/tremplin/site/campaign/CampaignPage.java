package org.tremplin.site.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Register;
import org.tremplin.campaign.GatesMet;
import org.tremplin.campaign.VideoLink;
import org.tremplin.platform.web.About;

/**
 * The page of a campaign: finished values only. The words of the association are in its own language; everything else in
 * the visitor's.
 *
 * @param language of the association's text
 * @param place {@code Valmorin (69)}
 * @param cover none = the picture of the cause
 * @param preview whether a draft is looked at by its editors: nothing can be given
 */
public record CampaignPage(
        String slug,
        String title,
        String language,
        String lead,
        Owner owner,
        String cause,
        String place,
        @Nullable UUID cover,
        String coverAlt,
        String picture,
        @Nullable VideoLink video,
        GiveBox give,
        Figures figures,
        List<Answer> brief,
        List<Answer> facts,
        Budget budget,
        String pitch,
        String belowGoal,
        String aboveGoal,
        List<Helper> people,
        long hours,
        News news,
        Help help,
        Trust trust,
        Share share,
        boolean preview,
        About about) {

    /** The association that asks. */
    record Owner(String slug, String name) {}

    /** @param label key of the question; @param text the association's words */
    record Answer(String label, String text) {}

    /** Somebody who gives time to the campaign itself. */
    record Helper(String initial, String who, String task, int hours) {}

    /** What can be given beside money, and what was: counts only. */
    record Help(List<Asked> needs, int times, int hours) {

        /** @param kind key of its name; @param place name of a department, or empty; @param until a day, or none */
        record Asked(
                UUID id,
                String kind,
                String label,
                String detail,
                @Nullable Integer hours,
                String place,
                boolean remote,
                @Nullable String until) {}
    }

    /** The newest updates and every promise. */
    record News(List<NewsPage.Item> updates, List<NewsPage.Promise> promises) {}

    /**
     * Why to believe it.
     *
     * @param since day of registration here
     * @param receiptsBasis the association's own words, none when it declared nothing
     * @param statement what the donor's bank statement reads
     * @param gates what the page says of the conditions checked when it became public; none when nothing was kept, or before
     * @param waivers conditions of publication that are not met, and why it is public all the same
     */
    record Trust(
            List<Register> registers,
            String since,
            @Nullable String receiptsBasis,
            @Nullable String receiptsOn,
            String statement,
            @Nullable Gates gates,
            List<Waived> waivers) {}

    /** @param said key of what the link leads to */
    record Gates(String icon, String said) {

        /** The check mark is for those whose every condition was met. */
        static @Nullable Gates of(GatesMet.Kept kept, boolean waived) {
            return switch (kept) {
                case NOTHING -> null;
                case ALL_MET -> waived ? passedOver() : new Gates("check", "campaign.trust.gates.read");
                case SOME_PASSED_OVER -> passedOver();
            };
        }

        private static Gates passedOver() {
            return new Gates("info", "campaign.trust.gates.waived");
        }
    }

    /** @param gate key of its text {@code gate.<key>} */
    record Waived(String gate, String role, String on, String reason) {}

    /** @param mail address of a ready mail, {@code mailto:…} */
    record Share(String link, String mail) {}
}
