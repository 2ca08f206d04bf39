package org.tremplin.campaign.design;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.VideoLink;
import org.tremplin.platform.web.Markdown;

/**
 * The pitch as donors will see it, beside the form.
 *
 * @param words how many; 150 to 600 is advice, nothing more
 * @param band {@code none}, {@code few}, {@code right} or {@code many}
 * @param wordsPercent length on a bar of 800 words
 * @param html safe
 * @param video none when there is no link
 */
record Story(
        int words,
        String band,
        int wordsPercent,
        String html,
        @Nullable VideoLink video,
        @Nullable UUID cover) {

    private static final int FEW = 150;
    private static final int MANY = 600;
    private static final int BAR = 800;

    static Story of(Plan plan) {
        int words = Markdown.words(plan.pitch());
        String band = words == 0 ? "none" : words < FEW ? "few" : words <= MANY ? "right" : "many";
        String video = plan.video();
        return new Story(
                words,
                band,
                Math.min(100, words * 100 / BAR),
                Markdown.html(plan.pitch(), 3),
                video == null ? null : VideoLink.of(video).orElse(null),
                plan.cover());
    }
}
