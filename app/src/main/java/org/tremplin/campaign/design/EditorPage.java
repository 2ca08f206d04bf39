package org.tremplin.campaign.design;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of the editor.
 *
 * @param home address of the campaign in the workspace
 * @param language of the association's own text
 * @param version of the draft this form was filled for
 * @param saved when it was last saved, in words
 * @param fixed ids of lines donors have seen, which are never taken away
 * @param conflict the version in place, when it is another one than the form's
 * @param advice of the template
 * @param hints of the diagnosis
 * @param side what stands beside the form; depends on the step
 */
record EditorPage(
        String association,
        String home,
        String title,
        String language,
        Step step,
        List<StepLink> steps,
        int version,
        String saved,
        boolean undoable,
        boolean published,
        @Nullable Integer conflict,
        StepForm form,
        Set<String> fixed,
        Map<String, Prompt> prompts,
        List<String> advice,
        List<Hints.Hint> hints,
        Object side) {

    /** @param state {@code done}, {@code now} or {@code todo} */
    record StepLink(String slug, String href, String state) {}

    /** What a field asks, why, and an example; each may be empty. */
    record Prompt(String question, String why, String example) {}
}
