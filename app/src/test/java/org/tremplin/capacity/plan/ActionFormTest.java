package org.tremplin.capacity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.association.Role;
import org.tremplin.platform.web.Problems;

class ActionFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID MEMBER = UUID.fromString("0190b2c4-0000-7000-8000-000000000001");
    private static final PlanChoices CHOICES = new PlanChoices(
            List.of(new PlanChoices.Choice("EDITOR", "Rédaction")),
            List.of(new PlanChoices.Choice("EDITOR " + MEMBER, "Camille (Rédaction)")),
            List.of(new PlanChoices.Choice("DIGITAL", "le numérique")),
            List.of());

    @Test
    void asksForNothingButWhat() {
        assertThat(problems(ActionForm.EMPTY)).containsExactly(Map.entry("quoi", "plan.what.missing"));
        ActionForm least = form("Ouvrir une page", "", "", "");
        assertThat(problems(least)).isEmpty();
        assertThat(least.role()).isNull();
        assertThat(least.due()).isNull();
        assertThat(least.cents()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "0, 0",
        "50, 5000",
        "'49,90', 4990",
        "1 200 €, 120000",
    })
    void readsACostInEuros(String typed, String cents) {
        ActionForm form = form("Ouvrir une page", "", "", typed);
        assertThat(problems(form)).isEmpty();
        assertThat(form.cents() == null ? "" : form.cents().toString()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"-5, plan.cost.negative", "−5, plan.cost.negative", "beaucoup, plan.cost.wrong"})
    void refusesACostThatIsNone(String typed, String problem) {
        assertThat(problems(form("Ouvrir une page", "", "", typed))).containsExactly(Map.entry("cout", problem));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-31, plan.due.wrong", "hier, plan.due.wrong", "1026-01-01, plan.due.far"})
    void refusesADayThatIsNone(String typed, String problem) {
        assertThat(problems(form("Ouvrir une page", "", typed, ""))).containsExactly(Map.entry("quand", problem));
    }

    @Test
    void allowsADayThatHasPassed() {
        assertThat(problems(form("Ouvrir une page", "", "2026-11-01", ""))).isEmpty();
    }

    @Test
    void knowsRolesAndMembersAndNobodyFromOutside() {
        ActionForm member = form("Ouvrir une page", "EDITOR " + MEMBER, "", "");
        assertThat(problems(member)).isEmpty();
        assertThat(member.role()).isEqualTo(Role.EDITOR);
        assertThat(member.person()).isEqualTo(MEMBER);
        assertThat(problems(form("Ouvrir une page", "Camille Martin", "", "")))
                .containsExactly(Map.entry("qui", "plan.who.unknown"));
        assertThat(problems(form("Ouvrir une page", "EDITOR " + UUID.randomUUID(), "", "")))
                .containsExactly(Map.entry("qui", "plan.who.unknown"));
    }

    @Test
    void refusesATextOfFourThousandCharactersAndATopicItDoesNotHave() {
        ActionForm form = new ActionForm("a".repeat(4_000), "", "", "", "MAGIC", "Z", "");
        assertThat(problems(form))
                .containsOnly(
                        Map.entry("quoi", "plan.text.long"),
                        Map.entry("aide", "plan.topic.unknown"),
                        Map.entry("touche", "plan.section.unknown"));
    }

    private static ActionForm form(String what, String who, String due, String cost) {
        return new ActionForm(what, who, due, cost, "", "", "");
    }

    private static Map<String, String> problems(ActionForm form) {
        Problems problems = form.check(TODAY, CHOICES);
        return problems.all().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().key()));
    }
}
