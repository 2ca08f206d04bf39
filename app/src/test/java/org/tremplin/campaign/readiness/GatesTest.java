package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Payee;
import org.tremplin.association.Role;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Waiver;
import org.tremplin.campaign.vote.Ballot;

/** Each gate, open and shut. */
class GatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Payee CHEQUES = new Payee(false, false, null, new Payee.Cheque("Le Jardin", "1 rue"));
    private static final Payee NOTHING = new Payee(false, false, null, null);
    private static final Formalities PAPERS =
            new Formalities(TODAY.minusDays(3), "Classeur", true, "donnees@jardin.example", TODAY);

    private final Association registered = association("W691234567", null, Association.Receipts.none());
    private final Situation ready =
            situation(registered, CHEQUES, 1, 2, PAPERS, plan(Plan.Telling.REPORT, TODAY.plusDays(60)));

    @Test
    void standInTheOrderOfTheGridAndAreAllOpenForAReadyCampaign() {
        assertThat(Gates.ALL).extracting(Gate::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Gates.missing(ready)).isEmpty();
        assertThat(Gates.shut(ready)).isEmpty();
    }

    @Test
    void asksForAnIdentityAndALegalRepresentative() {
        Association unknown = association(null, null, Association.Receipts.none());
        assertThat(judge("identite", situation(unknown, CHEQUES, 0, 2, PAPERS, ready.plan()))
                        .missing())
                .containsExactly(Missing.IDENTITY, Missing.REPRESENTATIVE);
        Association siren = association(null, "732829320", Association.Receipts.none());
        assertThat(judge("identite", situation(siren, CHEQUES, 1, 2, PAPERS, ready.plan()))
                        .evidence())
                .contains("SIREN 732829320");
    }

    @Test
    void takesAChequeForAMeansOfPayment() {
        assertThat(judge("moyens", ready).met()).isTrue();
        assertThat(judge("moyens", situation(registered, NOTHING, 1, 2, PAPERS, ready.plan()))
                        .missing())
                .containsExactly(Missing.MEANS);
    }

    @Test
    void asksForADecisionThatWasMadeAndIsNotedSomewhere() {
        assertThat(judge("decision", ready).on()).isEqualTo(TODAY.minusDays(3));
        for (Formalities said : List.of(
                Formalities.none(),
                new Formalities(TODAY, " ", true, "x", TODAY),
                new Formalities(TODAY.plusDays(1), "Classeur", true, "x", TODAY))) {
            assertThat(judge("decision", with(said)).missing()).containsExactly(Missing.DECISION);
        }
    }

    @Test
    void asksForABudgetThatBalancesAndForWhatFollows() {
        Situation wrong = new Situation(
                ready.plan(),
                List.of(Missing.TITLE, Missing.BALANCE, Missing.ABOVE_GOAL),
                registered,
                CHEQUES,
                1,
                2,
                PAPERS,
                null,
                Map.of(),
                TODAY);
        assertThat(judge("budget", wrong).missing()).containsExactly(Missing.BALANCE, Missing.ABOVE_GOAL);
        assertThat(judge("budget", ready).evidence()).contains(new Finding.Cents(60_000));
    }

    @Test
    void takesNoForAnAnswerAboutReceiptsAndYesOnlyWithItsBasis() {
        assertThat(judge("recu", ready).met()).isTrue();
        Formalities unsaid = new Formalities(TODAY, "Classeur", false, "x", TODAY);
        assertThat(judge("recu", with(unsaid)).missing()).containsExactly(Missing.TAX);
        Association eligible =
                association("W691234567", null, new Association.Receipts(true, "Intérêt général", TODAY.minusDays(9)));
        Finding found = judge("recu", situation(eligible, CHEQUES, 1, 2, unsaid, ready.plan()));
        assertThat(found.on()).isEqualTo(TODAY.minusDays(9));
        assertThat(found.evidence()).contains("Intérêt général");
    }

    @Test
    void asksForADatedReportAndNamesItsRole() {
        assertThat(judge("rapport", ready).evidence())
                .contains(TODAY.plusDays(60), new Finding.Keys(List.of("role.TREASURER")));
        for (Plan plan : List.of(
                plan(Plan.Telling.UPDATE, TODAY.plusDays(9)),
                plan(Plan.Telling.REPORT, null),
                ready.plan().promising(List.of()))) {
            assertThat(judge("rapport", situation(registered, CHEQUES, 1, 2, PAPERS, plan))
                            .missing())
                    .containsExactly(Missing.REPORT);
        }
    }

    @Test
    void asksForAContactForPersonalData() {
        assertThat(judge("donnees", with(new Formalities(TODAY, "Classeur", true, " ", TODAY)))
                        .missing())
                .containsExactly(Missing.CONTACT);
        assertThat(judge("donnees", ready).evidence()).contains("donnees@jardin.example");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void asksForTwoPeopleWhoCanRunTheCampaign(int holders) {
        assertThat(judge("equipe", situation(registered, CHEQUES, 1, holders, PAPERS, ready.plan()))
                        .missing())
                .containsExactly(Missing.SECOND_PERSON);
    }

    @Test
    void takesAVoteOnTheSameGoalAndLinesForADecision() {
        Formalities unsaid = new Formalities(null, "", true, "x", TODAY);
        Resolution voted = new Resolution(true, TODAY.minusDays(2), 3, 1, 0, 5, Ballot.of(ready.plan()));
        Finding found = judge("decision", voted(unsaid, ready.plan(), voted));
        assertThat(found.on()).isEqualTo(TODAY.minusDays(2));
        assertThat(found.evidence()).contains(new Finding.Said("gate.decision.voted", List.of(3, 1, 0, 5)));
        Plan later = ready.plan().spread(List.of(), null, TODAY.plusDays(9), List.of());
        assertThat(judge("decision", voted(unsaid, later, voted)).evidence())
                .contains(new Finding.Said("gate.decision.voted-other-days", List.of(3, 1, 0, 5)));
        Plan dearer = Plan.empty(
                "fr",
                "Un jardin",
                "Le quartier",
                new Plan.BudgetLine(UUID.randomUUID(), "Terre", "", 70_000, 70_000, Plan.Need.MONEY, true, "", true));
        assertThat(judge("decision", voted(unsaid, dearer, voted)).missing())
                .containsExactly(Missing.DECISION_OUTDATED);
        assertThat(judge("decision", voted(PAPERS, dearer, voted)).met())
                .as("the dated paper remains the other way")
                .isTrue();
    }

    @Test
    void isPassedOverOnlyWhereNoLawAsks() {
        assertThat(Gates.ALL.stream().filter(Gate::waivable).map(Gate::key)).containsExactly("rapport", "equipe");
        Map<String, Waiver> all = Gates.ALL.stream()
                .collect(Collectors.toMap(
                        Gate::key,
                        gate -> new Waiver(gate.key(), "Une raison assez longue", Role.PRESIDENT, Instant.EPOCH)));
        Situation nothing = new Situation(
                ready.plan().promising(List.of()),
                List.of(),
                association(null, null, Association.Receipts.none()),
                NOTHING,
                1,
                1,
                Formalities.none(),
                null,
                all,
                TODAY);
        assertThat(Gates.missing(nothing))
                .containsExactly(Missing.IDENTITY, Missing.MEANS, Missing.DECISION, Missing.TAX, Missing.CONTACT);
        assertThat(Gates.shut(nothing)).doesNotContain("rapport", "equipe");
    }

    private Situation voted(Formalities said, Plan plan, Resolution resolution) {
        return new Situation(plan, List.of(), registered, CHEQUES, 1, 2, said, resolution, Map.of(), TODAY);
    }

    /** A row without its texts would be found out by the first visitor. */
    @Test
    void hasEveryTextInBothLanguages() throws Exception {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            Properties texts = new Properties();
            try (var reader = new InputStreamReader(
                    getClass().getResourceAsStream("/messages/campaign_" + locale.getLanguage() + ".properties"),
                    StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            for (Gate gate : Gates.ALL) {
                for (String part : List.of("", ".why", ".source", ".act", ".met")) {
                    assertThat(texts.getProperty("gate." + gate.key() + part)).isNotBlank();
                }
            }
        }
    }

    private Situation with(Formalities said) {
        return situation(registered, CHEQUES, 1, 2, said, ready.plan());
    }

    private static Finding judge(String key, Situation situation) {
        return Gates.ALL.stream()
                .filter(gate -> gate.key().equals(key))
                .findFirst()
                .orElseThrow()
                .judge()
                .apply(situation);
    }

    private static Situation situation(
            Association association, Payee payee, int presidents, int holders, Formalities said, Plan plan) {
        return new Situation(plan, List.of(), association, payee, presidents, holders, said, null, Map.of(), TODAY);
    }

    private static Association association(String rna, String siren, Association.Receipts receipts) {
        return new Association(
                new AssociationId(UUID.randomUUID()),
                "jardin",
                "Le Jardin",
                "Cultiver ensemble",
                new Association.Address("1 rue", "69008", "Valmorin"),
                rna,
                siren,
                null,
                ZoneId.of("Europe/Paris"),
                receipts,
                "LE JARDIN",
                Instant.parse("2026-03-03T10:00:00Z"));
    }

    private static Plan plan(Plan.Telling kind, LocalDate on) {
        Plan.BudgetLine line =
                new Plan.BudgetLine(UUID.randomUUID(), "Terre", "", 60_000, 60_000, Plan.Need.MONEY, true, "", true);
        return Plan.empty("fr", "Un jardin", "Le quartier", line)
                .promising(List.of(new Plan.Promise(UUID.randomUUID(), kind, "Les comptes", on, Role.TREASURER)));
    }
}
