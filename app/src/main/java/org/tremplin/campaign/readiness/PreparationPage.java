package org.tremplin.campaign.readiness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign stands: what blocks it, and how far it is prepared.
 *
 * @param kind {@code none} without a diagnosis, {@code express} after the short one, {@code goal} without a goal,
 *     {@code refused} when answers contradict each other, else {@code known}
 * @param over whether it has ended: nothing of it can still be prepared
 * @param launch where it stood when it became public; none of a draft, or without a diagnosis then
 * @param refusals why the answers cannot be counted, in words
 * @param mayAnswer whether this member may answer the diagnosis
 */
record PreparationPage(
        String workspace,
        String home,
        String title,
        boolean draft,
        boolean over,
        List<GateLine> gates,
        String kind,
        @Nullable StateView state,
        @Nullable LaunchView launch,
        List<String> refusals,
        boolean mayEdit,
        boolean mayAnswer) {

    public List<GateLine> shut() {
        return gates.stream().filter(gate -> !gate.met()).toList();
    }

    public List<GateLine> met() {
        return gates.stream().filter(GateLine::met).toList();
    }
}
