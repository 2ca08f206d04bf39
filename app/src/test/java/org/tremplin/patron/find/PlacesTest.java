package org.tremplin.patron.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void knowsDepartmentsByNameAndByCode() {
        assertThat(places.find("rhone").department()).isEqualTo("69");
        assertThat(places.find("2a").department()).isEqualTo("2A");
        assertThat(places.find("Côtes d'Armor").department()).isEqualTo("22");
        assertThat(places.find("Rhône (69)").department()).isEqualTo("69");
    }

    @Test
    void knowsCommunesWhateverTheirAccentsAndHyphens() {
        assertThat(places.find("ST ETIENNE").communes()).contains("42");
        assertThat(places.find("l'abergement clemenciat").communes()).containsExactly("01");
        assertThat(places.find("Le Port").communes()).contains("974");
    }

    @Test
    void tellsNamesakesApart() {
        assertThat(places.find("Saint-Denis").communes()).contains("93", "974");
        assertThat(places.find("Saint-Denis").holds())
                .accepts(SampleProjects.open("a", "sport", "Saint Denis", "93", 0))
                .rejects(SampleProjects.open("b", "sport", "Saint-Denis", "69", 0));
    }

    /** A town of Isère and a department, Saint-Martin of eleven departments and an island. */
    @Test
    void findsTheCommuneThatADepartmentIsNamedAs() {
        Places.Place vienne = places.find("Vienne");
        assertThat(vienne.meant()).containsExactly("38", "86");
        assertThat(vienne.holds())
                .accepts(SampleProjects.open("a", "sport", "Vienne", "38", 0))
                .accepts(SampleProjects.open("b", "sport", "Poitiers", "86", 0))
                .rejects(SampleProjects.open("c", "sport", "Grenoble", "38", 0))
                .rejects(SampleProjects.open("d", "sport", "Vienne", "69", 0));
        assertThat(places.find("Saint-Martin").meant()).contains("978", "54");
        assertThat(places.find("Paris").meant()).containsExactly("75");
        assertThat(places.find("38").holds()).rejects(SampleProjects.open("e", "sport", "Vienne", "86", 0));
    }

    @Test
    void findsAPlaceWithinTheWordsOfAProject() {
        assertThat(places.find("Lyon").holds())
                .accepts(SampleProjects.open("a", "sport", "Lyon 8e", "69", 0))
                .rejects(SampleProjects.open("b", "sport", "Lyonnais", "69", 0));
    }

    @Test
    void takesWhatNoMapKnowsByItsName() {
        Places.Place invented = places.find("Valmorin");
        assertThat(invented.known()).isFalse();
        assertThat(invented.holds()).accepts(SampleProjects.open("a", "sport", "Valmorin", "69", 0));
    }
}
