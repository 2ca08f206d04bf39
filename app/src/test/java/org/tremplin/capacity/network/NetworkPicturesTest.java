package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;
import org.tremplin.platform.web.Messages;

class NetworkPicturesTest {

    private static final Grid GRID = Grids.current();

    private final NetworkPictures pictures =
            new NetworkPictures(mock(Partners.class), new GridScoring(GRID), GRID, new Messages());

    @Test
    void readsTheGardensAsTheyAre() {
        NetworkPicture picture = french(circle(
                List.of(
                        partner(1, PartnerType.PUBLIC, Contribution.RES, Contribution.LEG),
                        partner(2, PartnerType.ASSOCIATION, Contribution.VIS, Contribution.SKI),
                        partner(3, PartnerType.EDUCATION, Contribution.VIS),
                        partner(4, PartnerType.ASSOCIATION, Contribution.INF, Contribution.RES)),
                "1-2 1-3 1-4 2-4",
                "3-4"));
        assertThat(picture.heading()).isEqualTo("Soudé et varié");
        assertThat(picture.reading()).isTrue();
        assertThat(said(picture))
                .contains("comme si vous aviez 2,7 types à parts égales")
                .contains("4 paires sur 5 connues travaillent ensemble")
                .contains("densité 0,80, entre 0,67 et 0,83");
        assertThat(picture.brought().stream()
                        .filter(NetworkPicture.Brought::single)
                        .map(NetworkPicture.Brought::what))
                .containsExactlyInAnyOrder("Informations", "Compétences", "Légitimité");
        assertThat(picture.distance().get(0)).contains("Proximité 100 sur 100");
        assertThat(picture.rows().get(1).ties()).isEqualTo("1, 4");
    }

    @Test
    void saysWhatThreePartnersOrFewerDoNotTell() {
        assertThat(said(french(circle(List.of(), "", "")))).contains("Aucun partenaire", "pas de réseau à décrire");
        NetworkPicture one = french(circle(List.of(partner(1, PartnerType.MEDIA)), "", ""));
        assertThat(said(one)).contains("Un partenaire vous entoure", "pour parler de diversité", "au moins trois");
        NetworkPicture two =
                french(circle(List.of(partner(1, PartnerType.MEDIA), partner(2, PartnerType.PUBLIC)), "1-2", ""));
        assertThat(said(two)).contains("2,0 types").contains("au moins trois");
        NetworkPicture three = french(circle(
                List.of(partner(1, PartnerType.MEDIA), partner(2, PartnerType.PUBLIC), partner(3, PartnerType.PUBLIC)),
                "1-2",
                ""));
        assertThat(said(three)).contains("Pas assez de paires connues", "1 sur 3, il en faut 2");
        for (NetworkPicture picture : List.of(one, two, three)) {
            assertThat(picture.reading()).isFalse();
            assertThat(picture.heading()).startsWith("Pas assez de réponses");
        }
    }

    @Test
    void findsNoDiversityInFifteenOfOneType() {
        List<NamedPartner> fifteen = new ArrayList<>();
        for (int number = 1; number <= 15; number++) {
            fifteen.add(partner(number, PartnerType.ASSOCIATION, Contribution.SKI));
        }
        NetworkPicture picture = french(circle(fifteen, "", ""));
        assertThat(said(picture))
                .contains("Vos 15 partenaires sont tous du même type (Association)")
                .contains("0 sur 105, il en faut 63")
                .doesNotContain("parts égales");
        assertThat(picture.drawing().nodes()).hasSize(15);
    }

    @Property(tries = 200)
    void tellsEveryNetworkInBothLanguages(@ForAll @IntRange(min = 0, max = 15) int count, @ForAll long seed) {
        Circle circle = DrawingTest.circle(count, new Random(seed));
        for (Locale locale : List.of(Locale.FRANCE, Locale.UK)) {
            NetworkPicture picture = pictures.of(circle, locale);
            assertThat(picture.sentences()).isNotEmpty().noneMatch(sentence -> sentence.contains("{"));
            assertThat(picture.rows()).hasSize(count);
            assertThat(picture.story()).isNotBlank();
        }
    }

    private NetworkPicture french(Circle circle) {
        return pictures.of(circle, Locale.FRANCE);
    }

    private static String said(NetworkPicture picture) {
        return String.join(" ", picture.sentences()).replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static NamedPartner partner(int number, PartnerType type, Contribution... brings) {
        return new NamedPartner(
                new UUID(number, 0),
                "Partenaire " + number,
                type,
                Reach.LOCAL,
                Set.of(brings),
                null,
                null,
                null,
                Weighing.OPEN,
                1);
    }

    private static Circle circle(List<NamedPartner> partners, String yes, String no) {
        Map<Pair, Pair.Answer> answers = new HashMap<>();
        ties(partners, yes, Pair.Answer.YES, answers);
        ties(partners, no, Pair.Answer.NO, answers);
        return new Circle(partners, answers);
    }

    private static void ties(
            List<NamedPartner> partners, String pairs, Pair.Answer answer, Map<Pair, Pair.Answer> answers) {
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(" ")) {
            int one = pair.charAt(0) - '1';
            int other = pair.charAt(2) - '1';
            answers.put(new Pair(partners.get(one).id(), partners.get(other).id()), answer);
        }
    }
}
