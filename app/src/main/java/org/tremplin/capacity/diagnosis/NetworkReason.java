package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Why;

/** Why the network supports as much as it is said to: three measures of its shape, and their mean. */
record NetworkReason(KeptResult kept, Telling tell) {

    /** None where there are too few partners for a network. */
    Stream<ResultPage.Reason> of(Why why) {
        NetworkScore network = kept.figures().network();
        Span support = network.toldSupport();
        if (support == null) {
            return Stream.empty();
        }
        return Stream.of(new ResultPage.Reason(
                tell.text("diagnosis.axis.NS"),
                "diagnosis.why.network",
                measures(network),
                sum(network, support),
                support.low().below(support.high())
                        ? tell.text(
                                "diagnosis.why.network.bounds",
                                tell.number(support.low(), 1),
                                tell.number(support.high(), 1))
                        : "",
                tell.text("diagnosis.why.network.text"),
                tell.sources(why.sources())));
    }

    private List<ResultPage.Given> measures(NetworkScore network) {
        List<ResultPage.Given> measures = new ArrayList<>();
        Ratio types = network.effectiveTypes();
        if (types != null) {
            measures.add(given(
                    "types", tell.text("diagnosis.why.network.types.is", tell.number(types, 1)), network.diversity()));
        }
        if (network.density() != null) {
            measures.add(given(
                    "ties",
                    tell.text("diagnosis.why.network.ties.is", network.tied(), network.notTied(), network.unknown()),
                    density(network)));
        }
        measures.add(given(
                "known",
                tell.text(
                        "diagnosis.why.network.known.is",
                        kept.diagnosis().partners().stream()
                                .filter(partner -> partner.brings(Contribution.VIS) || partner.brings(Contribution.INF))
                                .count(),
                        network.partners()),
                network.makeKnown()));
        return measures;
    }

    private ResultPage.Given given(String measure, String answer, @Nullable Ratio value) {
        return new ResultPage.Given(
                tell.text("diagnosis.why.network." + measure), answer, value == null ? "–" : tell.number(value, 1));
    }

    private static @Nullable Ratio density(NetworkScore network) {
        Span density = network.density();
        Ratio point = density == null ? null : density.point();
        return point == null ? null : Ratio.HUNDRED.times(point);
    }

    private String sum(NetworkScore network, Span support) {
        Ratio point = support.point();
        if (point == null) {
            return tell.text(
                    "diagnosis.why.network.open",
                    tell.whole(Ratio.HUNDRED.times(
                            tell.grid().conventions().network().pairsKnown())));
        }
        List<Ratio> parts = Stream.of(network.diversity(), density(network), network.makeKnown())
                .flatMap(Stream::ofNullable)
                .toList();
        return tell.text(
                "diagnosis.why.network.sum",
                parts.stream().map(part -> tell.number(part, 1)).collect(Collectors.joining(" + ")),
                parts.size(),
                tell.number(point, 1));
    }
}
