package org.tremplin.capacity.network;

import java.util.List;
import org.tremplin.capacity.grid.Choice;
import org.tremplin.capacity.grid.Grid;

/** What the form of a partner lets choose from, in one language. */
record PartnerChoices(List<Option> types, List<Option> brings) {

    static PartnerChoices of(Grid grid, String language) {
        return new PartnerChoices(
                options(grid.asked().partnerTypes(), language),
                options(grid.asked().contributions(), language));
    }

    private static List<Option> options(List<Choice> choices, String language) {
        return choices.stream()
                .map(choice -> new Option(choice.id(), choice.words().in(language)))
                .toList();
    }

    record Option(String id, String text) {}
}
