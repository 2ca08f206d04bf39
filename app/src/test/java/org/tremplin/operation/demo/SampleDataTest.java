package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;

/** The sample data as the first start makes it, and the pages that tell it. */
@TestApplication(properties = "tremplin.demo.sample-data=true")
class SampleDataTest extends SampleDataCapacity {

    @Autowired
    Visitors visitors;

    @Test
    void tellsWhatBecameOfTheGardenOnItsPages() {
        assertThat(page("/c/" + GARDEN))
                .contains("3 240 €", "sur 3 000 €", "108 %", "2 350 €")
                .doesNotContain("sur 3 240 €");
        assertThat(page("/c/" + GARDEN + "/fonds"))
                .contains("1 261,50 €", "38,50 €", "1 207,40 €", "−7,40 €", "livraison", "286,75 €", "13,25 €")
                .contains("98,38 €", "1,62 €", "338,00 €", "2,00 €", "3 192,03 €", "47,97 €")
                .contains(
                        "La mairie prête les outils, la pompe prévue n’est plus fabriquée.",
                        "+150 €",
                        "−150 €",
                        "+340 €")
                .contains("La saison suivante du jardin")
                // what was refused is in no book
                .doesNotContain("Repas", "hors budget", "??");
        assertThat(page("/c/" + GARDEN + "/journal"))
                .contains("Pompe à main pour le puits, posée", "− 612,50 €", "Motif livraison", "Budget modifié")
                .doesNotContain("Pompes Exemple", "Repas", "??");
    }

    @Test
    void showsWhatEachAssociationIsTold() {
        assertThat(seen(DemoPerson.JARDINS, "/diagnostic/resultat"))
                .contains("en progrès, 5 crans de plus")
                .doesNotContain("??");
        assertThat(seen(DemoPerson.JARDINS, "/c/" + id(GARDEN) + "/preparation"))
                .contains(
                        "Prête",
                        "81, environ",
                        "Au lancement",
                        "72, environ",
                        "Presque prête",
                        "3 réponses sur cette campagne ont bougé, 3 crans de plus en tout")
                .doesNotContain("??");
        assertThat(seen(DemoPerson.RIVIERES, "/c/" + id(RIVER) + "/preparation"))
                .contains("Prête", "84, environ")
                .doesNotContain("??");
        assertThat(seen(DemoPerson.ETOILE, "/c/" + id(MINIBUS) + "/preparation"))
                .contains("À consolider", "57, environ", "6 sur 8")
                .doesNotContain("Au lancement", "??");
        assertThat(seen(DemoPerson.RIVIERES, "/c/" + id(RIVER) + "/aide"))
                .contains("Hydrologue à la retraite", "les deux parlent de")
                .doesNotContain("Jeanne Spécimen", "hydrologue@aide.example", "??");
        assertThat(seen(DemoPerson.RIVIERES, "/c/" + id(RIVER) + "/dossier"))
                .contains(Foundation.NAME, "Page ouverte une fois", "Attestation d’assurance")
                .doesNotContain("??");
        assertThat(page("/c/" + RIVER))
                .contains("Aider autrement", "Un hydrologue, six heures", "Prêt de deux barnums");
    }

    @Test
    void opensTheClubToAnAdviserUntilADay() {
        assertThat(number("""
                select count(*) from capacity.share_grant g join identity.person p on p.id = g.person_id
                where p.email = '%s' and g.audience = 'ADVISER' and g.accepted_at is not null and g.revoked_at is null
                  and g.until_on = (select begun_at::date + 90 from operation.sample_data)
                """.formatted(Advised.ADVISER))).isEqualTo(1);
        UUID adviser = database.sql("select id from identity.person where email = :email")
                .bind("email", Advised.ADVISER)
                .map(row -> row.get("id", UUID.class))
                .one()
                .block();
        assertThat(read(visitors.person(adviser).page("/conseil/" + DemoPerson.ETOILE)))
                .contains("Étoile sportive de Saint-Modèle", "Section par section")
                .doesNotContain("??");
    }

    @Test
    void plansWhatRivieresDoesNext() {
        assertThat(seen(DemoPerson.RIVIERES, "/plan"))
                .contains("Demander aux pêcheurs d’en face", "Une soirée pour apprendre", "60 €")
                .doesNotContain("??");
        assertThat(seen(DemoPerson.RIVIERES, "/strategie")).doesNotContain("??");
    }

    /** The mail that Claire keeps holds the head of its day, which a rewritten journal cannot extend. */
    @Test
    void keepsTheSealOfClairesDayInHerMail() {
        String mail = texts("select id from notification.mail where recipient = 'claire.essai@dons.example'"
                        + " and kind = 'donation.thanks'")
                .get(0);
        String seal = texts("select note from transparency.checkpoint k join campaign.campaign c on c.id = k.campaign"
                        + " where c.slug = '" + GARDEN + "' order by size limit 1")
                .get(0);
        assertThat(page("/demo/courrier/" + mail))
                .contains(seal.lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void tellsClaireWhatHerGiftBecame() {
        assertThat(page("/don/" + claire().token()))
                .contains("12,04 €", "11,11 €", "2,78 €", "0,92 €", "3,15 €", "Pompe à main pour le puits, posée")
                // at the launch lines, with date and reason of the change
                .contains("11,50 €", "12,00 €", "4,50 €", "La mairie prête les outils", "preuve d’inscription")
                .doesNotContain("??");
        assertThat(page("/en/don/" + claire().token()))
                .contains("€12.04", "€11.50", "The collection has ended")
                .doesNotContain("??");
    }

    /** Three zones in a covered page, and not a word of the rest. */
    @ParameterizedTest
    @CsvSource({"un-puits-et-une-serre, 5", "maillots, 1"})
    void uncoversDateAmountAndObjectAlone(String slug, int papers) throws IOException {
        Matcher addresses = Pattern.compile("/justificatifs/[0-9a-f]{64}\\.png")
                .matcher(visitors.anonymous().page("/c/" + slug + "/fonds"));
        int seen = 0;
        while (addresses.find()) {
            byte[] png = visitors.anonymous()
                    .get(addresses.group())
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            BufferedImage copy = ImageIO.read(new ByteArrayInputStream(png));
            int cover = copy.getRGB(0, 0);
            // supplier, customer, account: covered from edge to edge
            assertThat(copy.getRGB(0, 0, copy.getWidth(), copy.getHeight() / 4, null, 0, copy.getWidth()))
                    .containsOnly(cover);
            assertThat(copy.getRGB(
                            0,
                            copy.getHeight() * 3 / 5,
                            copy.getWidth(),
                            copy.getHeight() / 4,
                            null,
                            0,
                            copy.getWidth()))
                    .containsOnly(cover);
            assertThat(copy.getRGB(0, 0, copy.getWidth(), copy.getHeight(), null, 0, copy.getWidth()))
                    .contains(0xFF_FFFFFF);
            seen++;
        }
        assertThat(seen).isEqualTo(papers);
    }

    /** What its president reads in its workspace. */
    private String seen(String association, String path) {
        String president = DemoPerson.of(association).get(0).email();
        UUID id = database.sql("select id from identity.person where email = :email")
                .bind("email", president)
                .map(row -> row.get("id", UUID.class))
                .one()
                .block();
        return read(visitors.person(id).page("/espace/" + association + path));
    }

    private static String read(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\u00A0\u202F]+", " ");
    }

    /** As it is read: without marks, every gap one blank. */
    private String page(String path) {
        return read(visitors.anonymous().page(path));
    }
}
