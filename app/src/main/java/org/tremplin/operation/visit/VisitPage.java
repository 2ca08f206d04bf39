package org.tremplin.operation.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.operation.demo.Landmarks;

/**
 * One stop. What the sample data does not hold is missing, and its button with it.
 *
 * @param number of the stop, from 1
 * @param last number of the last stop
 * @param received by the campaign that runs now, as it is read
 * @param claire address of her gift
 * @param invoice of the pump, as everybody sees it
 * @param acts what to do in workspaces, and as whom, in the order of the page
 * @param seal that Claire keeps in her mail
 */
record VisitPage(
        int number,
        int last,
        @Nullable String received,
        @Nullable String claire,
        Landmarks.@Nullable Invoice invoice,
        List<Landmarks.Act> acts,
        @Nullable Seal seal) {

    /** @param note the checkpoint, several lines; @param day on which it was signed */
    record Seal(String note, String day) {}

    static VisitPage of(Stop stop) {
        return new VisitPage(stop.number(), Stop.values().length, null, null, null, List.of(), null);
    }

    VisitPage received(@Nullable String received) {
        return new VisitPage(number, last, received, claire, invoice, acts, seal);
    }

    VisitPage claire(@Nullable String claire) {
        return new VisitPage(number, last, received, claire, invoice, acts, seal);
    }

    VisitPage invoice(Landmarks.Invoice invoice) {
        return new VisitPage(number, last, received, claire, invoice, acts, seal);
    }

    VisitPage acts(List<Landmarks.Act> acts) {
        return new VisitPage(number, last, received, claire, invoice, acts, seal);
    }

    VisitPage seal(Seal seal) {
        return new VisitPage(number, last, received, claire, invoice, acts, seal);
    }
}
