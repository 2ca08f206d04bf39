package org.tremplin.campaign.readiness;

import java.util.function.Function;
import org.tremplin.campaign.Waiver;

/**
 * One condition of publication: law or trust, never a score. Its texts are {@code gate.<key>} (what it is), {@code .why},
 * {@code .source}, {@code .act} (the next step) and {@code .met} (its evidence); what keeps it shut is a
 * {@code publication.missing.…}.
 *
 * @param number in the grid of the diagnosis
 * @param key the step named by what is missing
 * @param minutes what the next step takes, about
 * @param below where it is taken: {@code /c/…} is this campaign, anything else a page of the association
 * @param asked by what: what the law asks for is never passed over
 * @param judge a pure function
 */
public record Gate(int number, String key, int minutes, String below, Asked asked, Function<Situation, Finding> judge) {

    /** What a condition rests on. */
    public enum Asked {
        /** A law, a regulation, or the statutes, which are the association's own law. */
        BY_LAW,
        /** The confidence of donors; a president may pass it over, in public, with a reason. */
        BY_TRUST
    }

    /** What it finds; passed over where that is allowed and was done. */
    public Finding find(Situation situation) {
        Finding found = judge.apply(situation);
        Waiver waiver = waivable() ? situation.waivers().get(key) : null;
        return found.met() || waiver == null
                ? found
                : found.passedOver(waiver, waiver.on(situation.association().zone()));
    }

    public boolean waivable() {
        return asked == Asked.BY_TRUST;
    }

    /** The address of the next step. */
    public String address(String workspace, String campaign) {
        return below.startsWith("/c/") ? campaign + below.substring(2) : workspace + below;
    }
}
