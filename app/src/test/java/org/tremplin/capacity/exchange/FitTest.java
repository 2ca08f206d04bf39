package org.tremplin.capacity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.NeedKind;
import org.tremplin.platform.web.Language;

class FitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID NEED = new UUID(0, 1);

    private final Need hydrologist = need(NeedKind.SKILL, "Un hydrologue, six heures", 6, true, TODAY.plusDays(60));

    @Test
    void saysWhyAnOfferAnswersANeed() {
        Offer offer = offer(null, NeedKind.SKILL, "Hydrologie : relire un calcul", 8, "69", true, TODAY);
        assertThat(codes(Fit.of(hydrologist, offer, TODAY))).containsExactly("word", "remote", "hours", "days");
    }

    @Test
    void takesAPlaceNearByWhereItCannotBeDoneRemotely() {
        assertThat(codes(Fit.of(hydrologist, here(NeedKind.SKILL, "Hydrologue à la retraite"), TODAY)))
                .containsExactly("word", "near", "days");
        Offer far = offer(null, NeedKind.SKILL, "Hydrologue", null, "69", false, TODAY);
        assertThat(Fit.of(hydrologist, far, TODAY)).isEmpty();
    }

    @Test
    void takesFewerHoursAsHelpAndSaysSo() {
        Offer little = offer(null, NeedKind.SKILL, "hydrologue", 2, "71", false, TODAY);
        assertThat(codes(Fit.of(hydrologist, little, TODAY))).contains("part").doesNotContain("hours");
    }

    @Test
    void leavesOutAnotherSkillAndAnotherKind() {
        assertThat(Fit.of(hydrologist, here(NeedKind.SKILL, "Comptable"), TODAY))
                .isEmpty();
        assertThat(Fit.of(hydrologist, here(NeedKind.TIME, "hydrologue"), TODAY))
                .isEmpty();
    }

    @Test
    void asksNoWordsOfTime() {
        Need time = need(NeedKind.TIME, "Tenir la buvette", null, false, null);
        assertThat(codes(Fit.of(time, here(NeedKind.TIME, "Un samedi"), TODAY)))
                .containsExactly("time", "near", "days");
    }

    @Test
    void takesAThingLentForAThing() {
        Need tents = need(NeedKind.EQUIPMENT, "Prêt de deux barnums", null, false, null);
        assertThat(Fit.of(tents, here(NeedKind.LOAN, "Un barnum de 3 m"), TODAY))
                .isPresent();
    }

    @Test
    void leavesOutWhatIsOver() {
        Offer gone = offer(null, NeedKind.SKILL, "hydrologue", 6, "71", true, TODAY.minusDays(1));
        assertThat(Fit.of(hydrologist, gone, TODAY)).isEmpty();
        Need over = need(NeedKind.SKILL, "Un hydrologue", 6, true, TODAY.minusDays(1));
        assertThat(Fit.of(over, here(NeedKind.SKILL, "hydrologue"), TODAY)).isEmpty();
    }

    @Test
    void needsNoWordsOfWhoAnswersThisVeryNeed() {
        Offer answer = offer(NEED, NeedKind.SKILL, "Me voici", 6, "69", false, TODAY);
        assertThat(codes(Fit.of(hydrologist, answer, TODAY))).containsExactly("answer", "hours", "days");
    }

    @Test
    void writesToPeopleByDayOnly() {
        assertThat(ExchangeMails.byDay(LocalTime.of(8, 0))).isTrue();
        assertThat(ExchangeMails.byDay(LocalTime.of(19, 59))).isTrue();
        assertThat(ExchangeMails.byDay(LocalTime.of(20, 0))).isFalse();
        assertThat(ExchangeMails.byDay(LocalTime.of(7, 59))).isFalse();
    }

    private static List<String> codes(Optional<Fit> fit) {
        return fit.orElseThrow().because().stream().map(Fit.Reason::code).toList();
    }

    private static Need need(
            NeedKind kind, String label, @Nullable Integer hours, boolean remote, @Nullable LocalDate until) {
        return new Need(NEED, new UUID(0, 2), "own:x", kind, label, "", hours, "71", remote, until, Need.State.PUBLIC);
    }

    private static Offer here(NeedKind kind, String what) {
        return offer(null, kind, what, null, "71", false, TODAY);
    }

    private static Offer offer(
            @Nullable UUID need,
            NeedKind kind,
            String what,
            @Nullable Integer hours,
            String department,
            boolean remote,
            LocalDate until) {
        return new Offer(
                new UUID(0, 3),
                need,
                "Camille",
                "camille@don.example",
                Language.FR,
                kind,
                what,
                hours,
                department,
                remote,
                until,
                "t",
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
