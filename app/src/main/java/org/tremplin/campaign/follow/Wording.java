package org.tremplin.campaign.follow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Update;
import org.tremplin.campaign.VideoLink;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** The words of an update. */
record Wording(
        String title, String body, String video, @Nullable UUID promise) {

    private static final int TITLE = 120;
    private static final int BODY = 20_000;

    static Wording of(Update update) {
        return new Wording(update.title(), update.body(), update.video(), update.promise());
    }

    /** Fields: {@code titre}, {@code texte}, {@code video}, {@code promesse}. */
    static Wording typed(Typed typed, Plan plan) {
        return new Wording(
                typed.line("titre"),
                typed.text("texte"),
                typed.line("video"),
                plan.promised(typed.id("promesse"), false));
    }

    /** What no draft may hold. */
    Problems bounds() {
        Problems problems = new Problems();
        if (title.length() > TITLE) {
            problems.add("titre", "update.title.long", TITLE);
        }
        if (body.length() > BODY) {
            problems.add("texte", "update.body.long", BODY);
        }
        if (!video.isEmpty() && VideoLink.of(video).isEmpty()) {
            problems.add("video", "editor.problem.video");
        }
        return problems;
    }

    /** What it lacks besides before it may be public. */
    Problems whole() {
        Problems problems = bounds();
        if (title.isBlank()) {
            problems.add("titre", "update.title.missing");
        }
        if (body.isBlank()) {
            problems.add("texte", "update.body.missing");
        }
        return problems;
    }

    /** Title, text and video, each after its length in bytes, so that no two wordings share one text. */
    String said() {
        return Tokens.joined(title, body, video);
    }

    /** SHA-256 of {@link #said}. */
    String fingerprint() {
        return Tokens.fingerprint(title, body, video);
    }
}
