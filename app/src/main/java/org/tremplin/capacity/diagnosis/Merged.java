package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Words;
import org.tremplin.capacity.score.Agreed;

/**
 * The answers of several people as those of one association. What is not answered is unknown; an unknown size, budget or
 * reach counts as the smallest, which asks for least.
 *
 * @param toDiscuss where they are far apart
 * @param assumed traits that were not answered, counted as the smallest
 */
record Merged(Diagnosis diagnosis, List<Agreed.Spread> toDiscuss, List<String> assumed) {

    private static final Words NO_WORDS = new Words("", "");

    Merged {
        toDiscuss = List.copyOf(toDiscuss);
        assumed = List.copyOf(assumed);
    }

    static Merged of(Grid grid, Answers answers, PartnerNetwork network) {
        return new Merging(grid, answers).with(network);
    }

    private static final class Merging {

        private final Grid grid;
        private final Answers answers;
        private final List<Agreed.Spread> toDiscuss = new ArrayList<>();
        private final List<String> assumed = new ArrayList<>();

        Merging(Grid grid, Answers answers) {
            this.grid = grid;
            this.answers = answers;
        }

        Merged with(PartnerNetwork network) {
            Profile profile = profile();
            List<Answer> learning = section(Section.L, profile);
            boolean skipped =
                    network.partners().isEmpty() && learning.stream().allMatch(answer -> answer == Answer.UNKNOWN);
            Diagnosis diagnosis = new Diagnosis(
                    profile,
                    section(Section.A, profile),
                    section(Section.B, profile),
                    skipped ? List.of() : learning,
                    section(Section.G, profile),
                    scaled(grid.obstacles().stream()
                            .map(obstacle -> named(obstacle.id()))
                            .toList()),
                    network.partners(),
                    network.ties());
            return new Merged(diagnosis, toDiscuss, assumed);
        }

        private Profile profile() {
            Integer staff = whole(Trait.STAFF);
            Integer budget = whole(Trait.BUDGET);
            String reach = known(Trait.REACH);
            assume(Trait.STAFF, staff);
            assume(Trait.BUDGET, budget);
            assume(Trait.REACH, reach);
            Integer aim = whole(Trait.AIM);
            return new Profile(
                    staff == null ? 0 : staff,
                    Ratio.of(budget == null ? 0 : budget),
                    reach == null ? Reach.LOCAL : Reach.valueOf(reach),
                    scaled(List.of(named(Trait.AUDIENCE))).get(0),
                    tokens(),
                    aim == null ? null : Ratio.of(aim));
        }

        private void assume(String trait, @Nullable Object answered) {
            if (answered == null) {
                assumed.add(trait);
            }
        }

        private @Nullable Map<Orientation, Integer> tokens() {
            Map<Orientation, Integer> tokens = new EnumMap<>(Orientation.class);
            for (Orientation kind : Orientation.values()) {
                Integer given = whole(kind.name());
                if (given != null) {
                    tokens.put(kind, given);
                }
            }
            int sum = tokens.values().stream().mapToInt(Integer::intValue).sum();
            return sum == grid.asked().tokens() ? tokens : null;
        }

        private @Nullable Integer whole(String trait) {
            String value = known(trait);
            return value == null ? null : Integer.valueOf(value);
        }

        private @Nullable String known(String trait) {
            String value = answers.traits().get(trait);
            return AnswerCode.UNKNOWN.equals(value) ? null : value;
        }

        private List<Answer> section(Section section, Profile profile) {
            List<Item> items = grid.items(section);
            List<Answer> agreed = scaled(items);
            List<Answer> allowed = new ArrayList<>();
            for (int at = 0; at < items.size(); at++) {
                boolean notHere = agreed.get(at) == Answer.NOT_APPLICABLE
                        && !items.get(at).mayBeLeftOut(profile);
                // the profile changed since: the question is open again
                allowed.add(notHere ? Answer.UNKNOWN : agreed.get(at));
            }
            return allowed;
        }

        private List<Answer> scaled(List<Item> items) {
            List<List<Answer>> each = answers.sheets().stream()
                    .filter(sheet -> items.stream().anyMatch(item -> sheet.containsKey(item.id())))
                    .map(sheet -> items.stream()
                            .map(item -> AnswerCode.read(sheet.getOrDefault(item.id(), AnswerCode.UNKNOWN))
                                    .orElse(Answer.UNKNOWN))
                            .toList())
                    .toList();
            Agreed agreed = Agreed.of(items, each, grid.conventions().spread());
            toDiscuss.addAll(agreed.toDiscuss());
            return agreed.answers();
        }

        private static Item named(String id) {
            return new Item(id, NO_WORDS, NO_WORDS, NO_WORDS, true, null, List.of());
        }
    }
}
