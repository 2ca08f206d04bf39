package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.web.Typed;

/** Asks for pairs, and reads what was said of them. */
@Component
class PairPages {

    private final Grid grid;
    private final NetworkPictures pictures;

    PairPages(Grid grid, NetworkPictures pictures) {
        this.grid = grid;
        this.pictures = pictures;
    }

    /** @param wanted whom to ask about; the first one with an open question where nobody is named */
    PairsPage page(String base, Circle circle, boolean all, @Nullable UUID wanted) {
        List<NamedPartner> asked = all ? circle.partners() : AskedPairs.among(circle.partners(), grid);
        List<PairsPage.Group> groups = groups(circle, asked);
        PairsPage.Group open = groups.stream()
                .filter(group -> group.id().equals(wanted))
                .findFirst()
                .or(() -> groups.stream().filter(group -> !group.done()).findFirst())
                .orElse(groups.isEmpty() ? null : groups.get(0));
        int partners = circle.partners().size();
        int pairs = partners * (partners - 1) / 2;
        return new PairsPage(
                base,
                all,
                partners,
                asked.size(),
                pairs,
                (int) circle.answers().values().stream()
                        .filter(answer -> answer != Pair.Answer.UNKNOWN)
                        .count(),
                pictures.needed(pairs),
                groups,
                open,
                matrix(circle, asked),
                asked.stream()
                        .limit(Math.max(0, asked.size() - 1))
                        .map(partner -> head(circle, partner))
                        .toList());
    }

    /** The next partner with an open question after this one; none when all is answered. */
    @Nullable
    UUID after(PairsPage page, UUID done) {
        List<PairsPage.Group> groups = page.groups();
        int place = IntStream.range(0, groups.size())
                .filter(index -> groups.get(index).id().equals(done))
                .findFirst()
                .orElse(-1);
        return IntStream.range(1, groups.size() + 1)
                .mapToObj(step -> groups.get((place + step) % groups.size()))
                .filter(group -> !group.done())
                .map(PairsPage.Group::id)
                .findFirst()
                .orElse(null);
    }

    /** What a form says of one partner's pairs; of others it says nothing. */
    Map<Pair, Pair.Answer> said(Circle circle, UUID about, Typed typed) {
        Map<Pair, Pair.Answer> said = new HashMap<>();
        boolean own =
                circle.partners().stream().anyMatch(partner -> partner.id().equals(about));
        for (NamedPartner other : circle.partners()) {
            Pair.Answer answer = PartnerForm.known(Pair.Answer.class, typed.line("avec-" + other.id()));
            if (own && answer != null && !other.id().equals(about)) {
                said.put(new Pair(about, other.id()), answer);
            }
        }
        return said;
    }

    private static List<PairsPage.Group> groups(Circle circle, List<NamedPartner> asked) {
        List<PairsPage.Group> groups = new ArrayList<>();
        for (int one = 0; one < asked.size() - 1; one++) {
            NamedPartner partner = asked.get(one);
            List<PairsPage.Question> questions = asked.subList(one + 1, asked.size()).stream()
                    .map(other -> new PairsPage.Question(
                            number(circle, other),
                            other.id(),
                            other.name(),
                            PartnerForm.name(circle.between(partner, other))))
                    .toList();
            groups.add(new PairsPage.Group(
                    number(circle, partner),
                    partner.id(),
                    partner.name(),
                    (int) questions.stream()
                            .filter(question -> !question.answer().isEmpty())
                            .count(),
                    questions));
        }
        return groups;
    }

    private static List<PairsPage.MatrixRow> matrix(Circle circle, List<NamedPartner> asked) {
        List<PairsPage.MatrixRow> rows = new ArrayList<>();
        for (int one = 1; one < asked.size(); one++) {
            NamedPartner partner = asked.get(one);
            rows.add(new PairsPage.MatrixRow(
                    head(circle, partner),
                    asked.subList(0, one).stream()
                            .map(other -> PartnerForm.name(circle.between(other, partner)))
                            .toList()));
        }
        return rows;
    }

    private static PairsPage.Head head(Circle circle, NamedPartner partner) {
        return new PairsPage.Head(number(circle, partner), partner.name());
    }

    private static int number(Circle circle, NamedPartner partner) {
        return circle.partners().indexOf(partner) + 1;
    }
}
