package org.tremplin.capacity.grid;

import java.util.Arrays;
import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Wordings;
import org.tremplin.platform.web.Language;

/** The words of the grid of this version. */
public final class GridWordings implements Wordings {

    private final Grid grid;

    public GridWordings(Grid grid) {
        this.grid = grid;
    }

    @Override
    public String component(Component component, Language language) {
        return grid.components().get(component.ordinal()).words().in(language.code());
    }

    @Override
    public List<Ratio> rule(Component component) {
        Conventions conventions = grid.conventions();
        Conventions.Network network = conventions.network();
        return switch (component) {
            case A ->
                List.of(
                        conventions.onlineTarget().base(),
                        conventions.onlineTarget().perNeed());
            case NET ->
                List.of(
                        Ratio.of(network.supportWeight()),
                        Ratio.of(network.learningWeight()),
                        Ratio.of(network.relaysWeight()));
            case RES ->
                List.of(conventions.resources().hours(), conventions.resources().cost());
            case MOM -> List.of(conventions.firstCircle().times(100));
            case B, GOV, PREP -> List.of();
        };
    }

    @Override
    public String source(String id, Language language) {
        return grid.sources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No source " + id))
                .words()
                .in(language.code());
    }

    @Override
    public String item(String id, Language language) {
        return found(id).name().in(language.code());
    }

    @Override
    public String ask(String id, Language language) {
        return found(id).ask().in(language.code());
    }

    @Override
    public String answer(Answer answer, Language language) {
        return grid.words(answer).in(language.code());
    }

    @Override
    public String type(CampaignType type, Language language) {
        return grid.weights(type).name().in(language.code());
    }

    @Override
    public String why(CampaignType type, Language language) {
        return grid.weights(type).why().in(language.code());
    }

    @Override
    public String label(ReadinessLabel label, Language language) {
        return grid.bands().stream()
                .filter(band -> band.label() == label)
                .findFirst()
                .map(Band::words)
                .orElse(grid.incomplete())
                .in(language.code());
    }

    @Override
    public String action(String card, Language language) {
        return grid.card(card).orElseThrow().action().in(language.code());
    }

    @Override
    public String reason(String card, Language language) {
        return grid.card(card).orElseThrow().why().in(language.code());
    }

    private Item found(String id) {
        return Arrays.stream(Section.values())
                .flatMap(section -> grid.items(section).stream())
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No item " + id));
    }
}
