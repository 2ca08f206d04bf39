package org.tremplin.capacity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.NeedKind;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;

/** What advice of the diagnosis asks of others. */
class GapNeedsTest {

    @Test
    void knowsCardsOfTheGridAndTheirWords() {
        Grid grid = Grids.current();
        ResourceBundle words = ResourceBundle.getBundle("messages/capacity", Locale.FRENCH);
        assertThat(GapNeeds.cards()).allSatisfy(card -> {
            assertThat(grid.card(card)).isPresent();
            assertThat(words.containsKey("exchange.gap." + card)).as(card).isTrue();
        });
    }

    @Test
    void proposesWhatIsAdvisedAndNotAskedForYet() {
        assertThat(GapNeeds.among(List.of("R02", "R09", "R21", "R27"), Set.of("gap:R02", "line:1")))
                .extracting(GapNeeds.Gap::card, GapNeeds.Gap::kind, GapNeeds.Gap::origin)
                .containsExactly(tuple("R09", NeedKind.SKILL, "gap:R09"));
    }

    @Test
    void proposesAFewOnly() {
        assertThat(GapNeeds.among(List.copyOf(GapNeeds.cards()), Set.of())).hasSize(4);
    }

    @Test
    void asksNobodyForWhatTheAssociationAloneDecides() {
        assertThat(GapNeeds.of("R27")).isEmpty();
        assertThat(GapNeeds.of("")).isEmpty();
    }
}
