package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Choice;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;

/** Partners counted, and what is told of their ties; never a name. */
record SharedNetwork(Telling tell, Audience audience, Set<Shared> seen) {

    /** Too few of them would be known by their counts. */
    boolean counted(int partners) {
        return seen.contains(Shared.PARTNER_COUNTS) && partners > 0 && Visibility.counted(partners, audience);
    }

    List<SharedResult.Count> counts(List<Partner> partners) {
        if (!counted(partners.size())) {
            return List.of();
        }
        return List.of(
                count("type", partners, Partner::type, tell.grid().asked().partnerTypes()),
                count("reach", partners, Partner::reach, tell.grid().asked().reaches()),
                new SharedResult.Count(
                        tell.text("share.count.brings"),
                        Arrays.stream(Contribution.values())
                                .map(what -> tell.text(
                                        "share.count",
                                        tell.in(tell.grid()
                                                .asked()
                                                .contributions()
                                                .get(what.ordinal())
                                                .words()),
                                        partners.stream()
                                                .filter(partner ->
                                                        partner.brings().contains(what))
                                                .count()))
                                .toList()));
    }

    private SharedResult.Count count(
            String kind, List<Partner> partners, Function<Partner, Enum<?>> which, List<Choice> words) {
        Map<Integer, Long> found = partners.stream()
                .collect(Collectors.groupingBy(partner -> which.apply(partner).ordinal(), Collectors.counting()));
        return new SharedResult.Count(
                tell.text("share.count." + kind),
                found.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> tell.text(
                                "share.count", tell.in(words.get(one.getKey()).words()), one.getValue()))
                        .toList());
    }

    List<String> ties(NetworkScore network) {
        List<String> told = new ArrayList<>();
        if (network.pairs() == 0) {
            return told;
        }
        told.add(tell.text("share.ties", network.tied(), network.notTied(), network.unknown()));
        Span density = network.density();
        Ratio point = density == null ? null : density.point();
        if (density != null && point != null) {
            told.add(tell.text(
                    "share.ties.density",
                    tell.number(point, 2),
                    tell.number(density.low(), 2),
                    tell.number(density.high(), 2)));
        }
        if (!network.singleSource().isEmpty()) {
            told.add(tell.text(
                    "share.ties.single",
                    network.singleSource().stream()
                            .map(what -> tell.in(tell.grid()
                                    .asked()
                                    .contributions()
                                    .get(what.ordinal())
                                    .words()))
                            .collect(Collectors.joining(", "))));
        }
        return told;
    }
}
