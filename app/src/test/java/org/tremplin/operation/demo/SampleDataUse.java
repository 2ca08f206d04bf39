package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Amendments;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Gift;
import org.tremplin.donation.Gifts;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.GiftTraces;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import org.tremplin.transparency.PublicSpending;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.Reports;
import org.tremplin.transparency.Spent;
import org.tremplin.transparency.UseOfFunds;

/** What the money of the sample data became, to the cent. */
abstract class SampleDataUse extends SampleDataFigures {

    @Autowired
    UseOfFunds funds;

    @Autowired
    Amendments amendments;

    @Autowired
    Gifts gifts;

    @Autowired
    GiftTraces traces;

    @Autowired
    PublicSpending spending;

    @Autowired
    PublicProofs proofs;

    @Autowired
    Reports reports;

    @Autowired
    Remainders remainders;

    @Test
    void spendsTheGardenToTheCent() {
        CampaignUse use = funds.of(campaign(GARDEN)).block();
        assertThat(use.lines())
                .extracting(
                        CampaignUse.Line::label,
                        CampaignUse.Line::askedCents,
                        CampaignUse.Line::receivedCents,
                        CampaignUse.Line::spentCents,
                        CampaignUse.Line::leftCents)
                .containsExactly(
                        tuple("Récupérateur et pompe", 130_000L, 130_000L, 64_900L + 61_250, 3_850L),
                        tuple("Serre et châssis", 120_000L, 120_000L, 108_900L + 11_840, -740L),
                        tuple("Terre et outils", 30_000L, 30_000L, 28_675L, 1_325L),
                        tuple("Faire campagne", 10_000L, 10_000L, 4_600L + 5_238, 162L),
                        tuple("Deuxième récupérateur", 34_000L, 34_000L, 33_800L, 200L));
        assertThat(use.total().spentCents()).isEqualTo(319_203);
        assertThat(use.total().leftCents()).isEqualTo(4_797);
        assertThat(use.lines().get(1).reasons()).containsExactly("livraison");
        assertThat(use.lines().get(3).collectionCosts()).isTrue();
        assertThat(number("""
                select sum(e.cents)::bigint from ledger.entry e join campaign.campaign c on c.id = e.campaign_id
                where e.account like '6%%' and c.slug = '%s'
                """.formatted(GARDEN))).as("in the books").isEqualTo(319_203);
    }

    @Test
    void spendsByTwoPeopleAndPays() {
        assertThat(number("""
                select count(*) from transparency.expense e join transparency.expense_part p on p.expense = e.id
                join campaign.campaign c on c.id = p.campaign
                join identity.person author on author.id = e.author join identity.person approver on approver.id = e.approver
                where c.slug = '%s' and e.state = 'PAID' and author.email = 'tresoriere@jardins.example'
                  and approver.email = 'presidente@jardins.example'
                """.formatted(GARDEN))).isEqualTo(7);
        assertThat(texts("""
                select e.state || ' ' || p.cents || ' ' || e.answer from transparency.expense e
                join transparency.expense_part p on p.expense = e.id where e.state not in ('PAID')
                """)).containsExactlyInAnyOrder("REFUSED 3800 hors budget", "SUBMITTED 218000 ");
    }

    /** Refused, and written down who tried. */
    @Test
    void leavesATraceOfWhoApprovedTheirOwnExpense() {
        assertThat(texts("""
                select p.email || ' ' || part.cents from platform.audit a join identity.person p on p.id = a.person_id
                join transparency.expense_part part on part.expense::text = a.object where a.act = 'expense.own-refused'
                """)).containsExactly("tresoriere@jardins.example 33800");
    }

    @Test
    void amendsTheGardenTwiceInTheOpen() {
        PublishedCampaign garden = campaign(GARDEN);
        List<Amended> changes = amendments.of(garden.campaign().id()).block();
        assertThat(changes)
                .extracting(Amended::number, Amended::reason)
                .containsExactly(
                        tuple(2, Words.text(JardinsUse.LOAN_REASON)), tuple(3, Words.text(JardinsUse.SURPLUS_REASON)));
        assertThat(changes.get(0).after().goalCents()).isEqualTo(300_000);
        assertThat(garden.plan().goalCents()).isEqualTo(324_000);
        assertThat(garden.campaign().goal().cents()).as("as it was promised").isEqualTo(300_000);
        assertThat(leaves("budget")).isEqualTo(4);
        assertThat(number("""
                select count(*) from transparency.expense e join transparency.expense_part p on p.expense = e.id
                join campaign.edition edition on edition.campaign_id = p.campaign and edition.number = 2
                where e.purpose like 'Pompe%' and e.submitted_at < edition.published_at
                """)).as("before the purchase").isZero();
    }

    @Test
    void tracesClairesThirtyEuros() {
        PublishedCampaign garden = campaign(GARDEN);
        GiftTrace trace = traces.of(claire(), 3_000, garden).block();
        assertThat(trace.parts())
                .extracting(GiftTrace.Part::label, GiftTrace.Part::cents, GiftTrace.Part::leftCents)
                .containsExactly(
                        tuple("Récupérateur et pompe", 1_204L, 0L),
                        tuple("Serre et châssis", 1_111L, 0L),
                        tuple("Terre et outils", 278L, 0L),
                        tuple("Faire campagne", 92L, 0L),
                        tuple("Deuxième récupérateur", 315L, 0L));
        GiftTrace.Change first = trace.changes().get(0);
        assertThat(first.shares()).extracting(GiftTrace.Share::beforeCents).containsExactly(1_150L, 1_200L, 450L, 200L);
        assertThat(trace.changes()).hasSize(2);
        assertThat(trace.parts().get(0).bought())
                .extracting(bought -> bought.spent().purpose(), GiftTrace.Bought::cents)
                .containsExactly(tuple("Pompe à main pour le puits, posée", 1_204L));
    }

    /** Date, amount and object alone: what nobody may see is not in the picture, and its words are nowhere public. */
    @Test
    void showsThePaperOfThePump() {
        PublishedCampaign garden = campaign(GARDEN);
        List<Spent> spent = spending.of(garden.campaign().id().value()).block();
        Spent pump = spent.stream()
                .filter(one -> one.purpose().startsWith("Pompe"))
                .findFirst()
                .orElseThrow();
        assertThat(pump.cents()).isEqualTo(61_250);
        assertThat(pump.supplier()).isEmpty();
        PublicProof proof =
                proofs.of(List.of(pump.expense())).collectList().block().get(0);
        assertThat(proof.address()).startsWith("/justificatifs/");
        assertThat(proven(GARDEN)).isEqualTo(61_250 + 64_900 + 108_900 + 28_675 + 33_800);
        assertThat(leaves("proof")).isEqualTo(6);
    }

    @Test
    void provesSeventyPercentOfTheJerseys() {
        assertThat(proven(JERSEYS)).isEqualTo(81_300);
        CampaignUse use = funds.of(campaign(JERSEYS)).block();
        assertThat(use.total().spentCents()).isEqualTo(120_000);
        assertThat(use.total().provenCents()).as("with what the provider tells").isEqualTo(81_300 + fees(JERSEYS));
        assertThat(use.total().provenPercent()).isEqualTo(70);
        assertThat(use.lines()).allMatch(line -> line.leftCents() == 0);
    }

    @Test
    void leavesAnExpenseToApproveAndAProofToUncover() {
        assertThat(texts("""
                select e.state || ' ' || sum(part.cents) || ' ' || proof.state from transparency.proof proof
                join transparency.expense e on e.id = proof.expense
                join transparency.expense_part part on part.expense = e.id
                join campaign.campaign c on c.id = part.campaign
                where c.slug = '%s' group by e.id, proof.id
                """.formatted(RIVER))).containsExactly("SUBMITTED 218000 COVERED");
    }

    /** Told after the last expense, so that the frozen figures are those of the books. */
    @Test
    void reportsTheGardenAsItIs() {
        PublishedCampaign garden = campaign(GARDEN);
        Report report = reports.published(garden.campaign().id()).block().get(0);
        assertThat(report.figures().receivedCents()).isEqualTo(324_000);
        assertThat(report.figures().spentCents()).isEqualTo(319_203);
        assertThat(report.figures().leftCents()).isEqualTo(4_797);
    }

    /** « puis la saison suivante », says the text that each gift accepted. */
    @Test
    void carriesTheRestOverAsTheTextSays() {
        PublishedCampaign garden = campaign(GARDEN);
        List<Remainder> stated = remainders.of(garden.campaign().id().value()).block();
        assertThat(stated)
                .extracting(Remainder::fate, Remainder::cents, Remainder::to)
                .containsExactly(tuple(Remainder.Fate.PURPOSE, 4_797L, "La saison suivante du jardin"));
        assertThat(stated.get(0).terms()).isEqualTo(garden.plan().aboveGoal()).contains("la saison suivante");
    }

    Gift claire() {
        String token = texts("select token from donation.donation where email = 'claire.essai@dons.example'")
                .get(0);
        return gifts.find(token).block();
    }

    private long proven(String slug) {
        return number("""
                select sum(part.cents)::bigint from transparency.expense_part part
                join campaign.campaign c on c.id = part.campaign
                where c.slug = '%s' and exists (
                  select from transparency.proof where proof.expense = part.expense and proof.state = 'PUBLISHED')
                """.formatted(slug));
    }
}
