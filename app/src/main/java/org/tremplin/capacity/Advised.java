package org.tremplin.capacity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of advice as it is read.
 *
 * @param gap what is missing
 * @param sources of the why
 * @param sheets of the resource centre that lead through it
 * @param directory where more helpers are found for it; empty when its help is here
 * @param effort empty when nothing is to be done
 * @param risk of doing nothing; may be empty
 * @param answer DONE, REFUSED or empty
 */
public record Advised(
        String id,
        String action,
        String gap,
        String why,
        List<String> sources,
        List<Help> helpers,
        List<Sheet> sheets,
        String directory,
        String effort,
        String risk,
        String answer) {

    public Advised {
        sources = List.copyOf(sources);
        helpers = List.copyOf(helpers);
        sheets = List.copyOf(sheets);
    }

    /** @param link of another site, or a page of this one without its language */
    public record Help(String name, @Nullable String link) {}

    /** @param address without its language */
    public record Sheet(String title, String address) {}

    /**
     * @param now at most three
     * @param later folded
     * @param said done, or not for us
     */
    public record Steps(List<Advised> now, List<Advised> later, List<Advised> said) {

        private static final int NOW = 3;

        public static final Steps NONE = new Steps(List.of(), List.of(), List.of());

        public Steps {
            now = List.copyOf(now);
            later = List.copyOf(later);
            said = List.copyOf(said);
        }

        /** @param open in the order of the rule */
        public static Steps of(List<Advised> open, List<Advised> said) {
            int now = Math.min(NOW, open.size());
            return new Steps(open.subList(0, now), open.subList(now, open.size()), said);
        }

        /** The same without some cards; others move up. */
        public Steps without(Predicate<String> hidden) {
            return of(
                    Stream.concat(now.stream(), later.stream())
                            .filter(card -> !hidden.test(card.id()))
                            .toList(),
                    said.stream().filter(card -> !hidden.test(card.id())).toList());
        }

        /** How many of those shown now ask for something: to add nothing is no step. */
        public long toDo() {
            return now.stream().filter(card -> !card.effort().isEmpty()).count();
        }

        public boolean isEmpty() {
            return now.isEmpty() && said.isEmpty();
        }

        /** The one that was just answered, or taken back. */
        public Optional<Advised> find(@Nullable String id) {
            return Stream.of(now, later, said)
                    .flatMap(List::stream)
                    .filter(card -> Objects.equals(card.id(), id))
                    .findFirst();
        }
    }
}
