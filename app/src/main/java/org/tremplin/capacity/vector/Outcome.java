package org.tremplin.capacity.vector;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code out} of a vector: scores to one decimal; coverage, Blau, density and shares to three. */
final class Outcome {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SCORE = 1;
    private static final int SHARE = 3;
    private static final List<Section> ALPHABETICAL = List.of(Section.A, Section.B, Section.G, Section.L, Section.PREP);

    private Outcome() {}

    static ObjectNode of(Result result, Preparation preparation) {
        Figures figures = result.figures();
        ObjectNode out = JSON.objectNode();
        out.set("need", score(figures.need().point()));
        out.set("TA", score(figures.onlineTarget().point()));
        out.set("TB", whole(figures.softwareTarget()));
        out.set("gapA", score(figures.onlineGap().orElse(null)));
        out.put("relTarget", figures.relaysAsked());
        out.set("REL", score(figures.relays().point()));
        out.put("Hreq", figures.hoursAsked());
        out.set("Hp", whole(preparation.hoursPlanned().orElse(null)));
        out.set("leadShare", score(preparation.leadShare().orElse(null)));
        out.set("R", score(figures.readiness().point()));
        out.set("Rlow", score(figures.readiness().low()));
        out.set("Rhigh", score(figures.readiness().high()));
        out.set("capBy", words(figures.cappedBy()));
        out.put("label", figures.label().name());
        out.put("publishable", result.publishable());
        ArrayNode levers = out.putArray("levers");
        figures.levers()
                .forEach(lever -> levers.add(
                        JSON.arrayNode().add(lever.component().name()).add(score(lever.points()))));
        ObjectNode sections = out.putObject("sections");
        ALPHABETICAL.forEach(section -> sections.set(section.name(), section(figures.section(section))));
        out.set("network", network(figures.network()));
        ObjectNode components = out.putObject("components");
        figures.components()
                .forEach(component -> components.set(component.component().name(), component(component)));
        out.set("cards", words(result.cards()));
        out.set("shown", words(result.shown()));
        return out;
    }

    private static ArrayNode section(SectionScore score) {
        return span(score.span()).add(share(score.coverage()));
    }

    private static ArrayNode component(ComponentScore score) {
        return span(score.span()).add(score.weight());
    }

    private static ArrayNode span(Span span) {
        return JSON.arrayNode().add(score(span.point())).add(score(span.low())).add(score(span.high()));
    }

    private static ObjectNode network(NetworkScore network) {
        ObjectNode out = JSON.objectNode();
        Span density = network.density();
        Span support = network.support();
        out.put("n", network.partners());
        out.set("blau", share(network.blau()));
        out.set("blauMax", share(network.blauMost()));
        out.set("effTypes", share(network.effectiveTypes()));
        out.set("shannon", network.shannon() == null ? JSON.nullNode() : number(network.shannon()));
        out.set("maxShare", share(network.largestShare()));
        out.set("div", score(network.diversity()));
        out.put("pairs", network.pairs());
        out.put("yes", network.tied());
        out.put("no", network.notTied());
        out.put("unk", network.unknown());
        out.set("dens", share(density == null ? null : density.point()));
        out.set("densLow", share(density == null ? null : density.low()));
        out.set("densHigh", share(density == null ? null : density.high()));
        out.set("infoVis", score(network.makeKnown()));
        out.set("cover", score(network.cover()));
        out.set("singleSource", words(network.singleSource()));
        out.set("missing", words(network.missing()));
        out.set("prox", score(network.proximity()));
        out.set("intl", score(network.international()));
        out.set("NS", score(support == null ? null : support.point()));
        out.set("NSlow", score(support == null ? null : support.low()));
        out.set("NShigh", score(support == null ? null : support.high()));
        out.set(
                "quadrant",
                network.shape() == null
                        ? JSON.nullNode()
                        : JSON.stringNode(network.shape().name()));
        return out;
    }

    private static ArrayNode words(List<?> values) {
        ArrayNode words = JSON.arrayNode();
        values.forEach(value -> words.add(value.toString()));
        return words;
    }

    static JsonNode score(@Nullable Ratio value) {
        return value == null ? JSON.nullNode() : number(value.rounded(SCORE));
    }

    private static JsonNode share(@Nullable Ratio value) {
        return value == null ? JSON.nullNode() : number(value.rounded(SHARE));
    }

    /** As a whole number where it is one. */
    private static JsonNode whole(@Nullable Ratio value) {
        return value != null && value.denominator().bitLength() == 1
                ? JSON.numberNode(value.numerator())
                : score(value);
    }

    /** Without zeros at its end, but with a decimal. */
    private static JsonNode number(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return JSON.numberNode(shortest.scale() < 1 ? shortest.setScale(1) : shortest);
    }
}
