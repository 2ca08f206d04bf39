package org.tremplin.association.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.tremplin.association.Association;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

class ProfileFormTest {

    @Test
    void takesAnRnaAlone() {
        ProfileForm form = form("rna", "w 751 212 517");
        assertThat(form.check().none()).isTrue();
        assertThat(form.profile().rna()).isEqualTo("W751212517");
        assertThat(form.profile().siren()).isNull();
    }

    @Test
    void takesASirenAlone() {
        assertThat(form("siren", "732 829 320").profile().siren()).isEqualTo("732829320");
    }

    @Test
    void takesAnEntryOfAlsaceMoselle() {
        ProfileForm form = form("tribunal", "Strasbourg", "volume", "12", "folio", "34");
        assertThat(form.check().none()).isTrue();
        assertThat(form.profile().registry()).isEqualTo(new Association.Registry("Strasbourg", "12", "34"));
    }

    @Test
    void asksForOneIdentifier() {
        assertThat(keyOf(form().check(), "rna")).isEqualTo("profile.identifier.missing");
    }

    @Test
    void asksForTheWholeEntryOfARegister() {
        Problems problems = form("tribunal", "Strasbourg").check();
        assertThat(problems.has("volume")).isTrue();
        assertThat(problems.has("folio")).isTrue();
    }

    @Test
    void refusesASirenWithAWrongDigit() {
        assertThat(keyOf(form("siren", "404833047").check(), "siren")).isEqualTo("profile.siren.wrong");
    }

    @Test
    void knowsASiretForWhatItIs() {
        assertThat(keyOf(form("siren", "732 829 320 00074").check(), "siren")).isEqualTo("profile.siren.siret");
    }

    @Test
    void refusesLongAndInvisibleTexts() {
        assertThat(form("rna", "W751212517", "nom", "x".repeat(500)).check().has("nom"))
                .isTrue();
        assertThat(form("rna", "W751212517", "nom", "\u0000\u0007").check().has("nom"))
                .isTrue();
    }

    @Test
    void refusesAPostalCodeOfNowhere() {
        assertThat(form("rna", "W751212517", "codePostal", "00123").check().has("codePostal"))
                .isTrue();
        assertThat(form("rna", "W751212517", "codePostal", "٦٩٠٠٨").check().has("codePostal"))
                .isTrue();
    }

    private static String keyOf(Problems problems, String field) {
        Problems.Problem problem = problems.of(field);
        return problem == null ? "" : problem.key();
    }

    private static ProfileForm form(String... fields) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.set("nom", "Les Jardins du Coin");
        form.set("objet", "Cultiver ensemble un terrain communal");
        form.set("rue", "1 rue des Essais");
        form.set("codePostal", "69008");
        form.set("ville", "Valmorin");
        for (int i = 0; i < fields.length; i += 2) {
            form.set(fields[i], fields[i + 1]);
        }
        return ProfileForm.read(new Typed(form));
    }
}
