package org.tremplin.capacity.grid;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;

/** Weights and bands. */
final class WeightsReader {

    private static final int WHOLE = 100;

    private WeightsReader() {}

    static TypeWeights row(Part part) {
        List<String> components =
                Arrays.stream(Component.values()).map(Enum::name).toList();
        part.only(Stream.concat(components.stream(), Stream.of("id", "fr", "en", "why"))
                .toArray(String[]::new));
        List<Integer> weights =
                components.stream().map(component -> part.at(component).whole()).toList();
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE || weights.stream().anyMatch(weight -> weight < 0)) {
            throw part.fault(
                    "the weights of %s sum to %d, not to 100", part.at("id").text(), sum);
        }
        return new TypeWeights(
                part.at("id").one(CampaignType.class),
                weights,
                part.words(),
                part.at("why").words());
    }

    static List<Band> bands(Part list) {
        List<Band> bands = list.list().stream()
                .map(part -> new Band(
                        part.only("id", "from", "fr", "en").at("id").one(ReadinessLabel.class),
                        part.at("from").number(),
                        part.words()))
                .toList();
        Ratio before = Ratio.of(-1);
        for (Band band : bands) {
            if (!before.below(band.from())
                    || bands.indexOf(band) != band.label().ordinal()) {
                throw list.fault("the bands grow from 0 in the order of their labels");
            }
            before = band.from();
        }
        if (bands.isEmpty() || !bands.get(0).from().isZero()) {
            throw list.fault("the first band begins at 0");
        }
        return bands;
    }
}
