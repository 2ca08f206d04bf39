package org.tremplin.campaign.design;

import org.tremplin.campaign.Plan;
import org.tremplin.campaign.VideoLink;
import org.tremplin.platform.web.Problems;

/** The story and its video. */
record PitchForm(String pitch, String video, String coverAlt) implements StepForm {

    private static final int LONGEST = 20_000;
    private static final int ALT = 300;

    static PitchForm of(Plan plan) {
        String video = plan.video();
        return new PitchForm(plan.pitch(), video == null ? "" : video, plan.coverAlt());
    }

    /** @param starter a beginning of a sentence to add, empty for none */
    static PitchForm typed(Typed typed, String starter) {
        String pitch = typed.text("recit");
        String started = starter.isEmpty() ? pitch : pitch.stripTrailing() + "\n\n" + starter;
        return new PitchForm(started, typed.line("video"), typed.line("alt"));
    }

    @Override
    public Plan applyTo(Plan plan, Problems problems) {
        Typed.bound(pitch, LONGEST, "recit", problems);
        Typed.bound(coverAlt, ALT, "alt", problems);
        if (video.isEmpty()) {
            return plan.told(pitch, null, coverAlt);
        }
        return VideoLink.of(video)
                .map(link -> plan.told(pitch, link.watch(), coverAlt))
                .orElseGet(() -> {
                    problems.add("video", "editor.problem.video");
                    return plan;
                });
    }
}
