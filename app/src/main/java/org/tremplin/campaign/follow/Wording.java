package org.tremplin.campaign.follow;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    static Wording typed(Typed typed) {
        String promise = typed.line("promesse");
        return new Wording(
                typed.line("titre"),
                typed.text("texte"),
                typed.line("video"),
                promise.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(promise) : null);
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

    /** SHA-256 of title, text and video, each after its length in bytes, so that no two wordings share one text. */
    String fingerprint() {
        StringBuilder canonical = new StringBuilder();
        for (String part : new String[] {title, body, video}) {
            canonical
                    .append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part)
                    .append('\n');
        }
        return HexFormat.of().formatHex(Tokens.sha256(canonical.toString()));
    }
}
