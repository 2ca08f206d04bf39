package org.tremplin.capacity.experience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.CampaignEnds;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;

/** What a sheet may speak of: items of the diagnosis and templates of campaigns, and what they are called. */
@Component
public class Subjects {

    private final Grid grid;
    private final CampaignEnds campaigns;

    Subjects(Grid grid, CampaignEnds campaigns) {
        this.grid = grid;
        this.campaigns = campaigns;
    }

    boolean knowsItem(String id) {
        return items().anyMatch(item -> item.id().equals(id));
    }

    /** Empty for one that this version of the grid does not have. */
    Optional<String> item(String id, Locale locale) {
        return items().filter(item -> item.id().equals(id))
                .map(item -> item.name().in(locale.getLanguage()))
                .findFirst();
    }

    private Stream<Item> items() {
        return grid.sections().stream().flatMap(section -> section.items().stream());
    }

    boolean knowsTemplate(String id) {
        return campaigns.templates(Locale.FRENCH).containsKey(id);
    }

    /** Empty for one that this instance does not have. */
    Optional<String> template(String id, Locale locale) {
        return Optional.ofNullable(campaigns.templates(locale).get(id));
    }

    List<Group> groups(Locale locale) {
        return grid.sections().stream()
                .map(section -> new Group(
                        section.name().in(locale.getLanguage()),
                        section.items().stream()
                                .map(item -> new Choice(item.id(), item.name().in(locale.getLanguage())))
                                .toList()))
                .toList();
    }

    List<Choice> templates(Locale locale) {
        return campaigns.templates(locale).entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }

    public record Choice(String id, String name) {}

    /** @param items of one section */
    public record Group(String name, List<Choice> items) {}
}
