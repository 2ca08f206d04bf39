package org.tremplin.capacity.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.grid.Helper;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.web.Typed;

class SoughtTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Grid GRID = Grids.current();

    private final List<KnownHelper> shipped = new Shipped(GRID).all();

    @Test
    void showsTheSchemeForEmployersToEmployersOnly() {
        assertThat(ids(Sought.of("71", "", false, Set.of())))
                .contains("guidasso")
                .doesNotContain("dla");
        assertThat(ids(Sought.of("71", "", true, Set.of()))).contains("dla", "guidasso");
    }

    @Test
    void givesAnAssociationWithoutEmployeesWhoStandsIn() {
        Card learning = GRID.card("R27").orElseThrow();
        assertThat(ids(Sought.of("", "", false, Sought.kinds(GRID, List.of(learning).stream(), false))))
                .contains("guidasso")
                .doesNotContain("dla");
        assertThat(ids(Sought.of("", "", true, Sought.kinds(GRID, List.of(learning).stream(), true))))
                .contains("dla");
    }

    @Test
    void everyCardThatAsksForSomebodyToListHasSomebody() {
        for (Card card : GRID.cards()) {
            boolean listed = card.helpers().stream().anyMatch(kind -> !HelperForm.unlisted(kind));
            if (listed) {
                assertThat(ids(Sought.of("", "", true, Sought.kinds(GRID, List.of(card).stream(), true))))
                        .as(card.id())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyKindThatCanBeListedIs() {
        assertThat(GRID.helpers().stream().map(Helper::id).filter(kind -> !HelperForm.unlisted(kind)))
                .allSatisfy(kind ->
                        assertThat(shipped).anyMatch(helper -> helper.kind().equals(kind)));
    }

    @Test
    void findsARegionByItsDepartmentAndLeavesOthersOut() {
        KnownHelper regional = helper("R27", TODAY);
        assertThat(regional.helpsIn("71")).isTrue();
        assertThat(regional.helpsIn("69")).isFalse();
        assertThat(regional.helpsIn("")).isTrue();
        assertThat(helper("71", TODAY).distance()).isLessThan(regional.distance());
    }

    @Test
    void everyDepartmentOfTheMainlandIsInARegion() {
        assertThat(Departments.all().stream().filter(code -> code.length() == 2))
                .allSatisfy(code -> assertThat(Departments.allRegions()).contains(Departments.region(code)));
        assertThat(Departments.region("974")).isEmpty();
    }

    @Test
    void isToBeCheckedAfterTwelveMonths() {
        assertThat(helper("", TODAY.minusMonths(12)).stale(TODAY)).isFalse();
        assertThat(helper("", TODAY.minusMonths(12).minusDays(1)).stale(TODAY)).isTrue();
    }

    @Test
    void refusesAnAddressThatIsNoPageAndADayToCome() {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        Map.of("nom", "", "texte", "Un lieu", "lien", "javascript:alert(1)", "genre", "VOLUNTEER", "lieu", "R00")
                .forEach(form::add);
        form.add("relu", "2026-11-23");
        assertThat(HelperForm.typed(new Typed(form)).problems(GRID, TODAY).all())
                .extracting(Map.Entry::getKey)
                .containsExactly("nom", "lien", "genre", "lieu", "besoin-DIGITAL", "relu");
    }

    private List<String> ids(Sought sought) {
        return sought.among(shipped).stream().map(KnownHelper::id).toList();
    }

    private static KnownHelper helper(String place, LocalDate checked) {
        Words words = new Words("Un lieu", "A place");
        return new KnownHelper(
                "x", null, "HOUSE", words, words, null, place, false, Set.of(Topic.DIGITAL), checked, "", false);
    }
}
