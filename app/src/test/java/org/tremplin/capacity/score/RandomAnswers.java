package org.tremplin.capacity.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.grid.Item;

/** The answers of a random association, sound but with holes; the same for the same seed. */
final class RandomAnswers {

    private static final Grid GRID = Grids.current();
    private static final int[] GOALS = {1, 500, 4_999, 5_000, 8_000, 19_999, 20_000, 49_999, 50_000, 400_000};

    private final Random random;
    private final double unknown;
    private final Diagnosis diagnosis;
    private final Preparation preparation;

    RandomAnswers(long seed) {
        random = new Random(seed);
        unknown = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.6;
        Profile profile = profile();
        List<Partner> partners =
                IntStream.range(0, random.nextInt(16)).mapToObj(at -> partner()).toList();
        diagnosis = new Diagnosis(
                profile,
                answers(Section.A, profile),
                answers(Section.B, profile),
                answers(Section.L, profile),
                answers(Section.G, profile),
                IntStream.range(0, 7).mapToObj(at -> answer()).toList(),
                partners,
                ties(partners.size()));
        preparation = new Preparation(
                one(CampaignType.values()),
                Ratio.of(GOALS[random.nextInt(GOALS.length)]),
                answers(Section.PREP, profile),
                orUnknown(random.nextInt(12)),
                orUnknown(IntStream.range(0, random.nextInt(4))
                        .mapToObj(
                                at -> new Preparation.Hours(Ratio.of(random.nextInt(81)), Ratio.of(random.nextInt(20))))
                        .toList()),
                orUnknown(Ratio.of(random.nextInt(3) * 100L)),
                orUnknown(Ratio.of(random.nextInt(4) * 70L)),
                orUnknown(Ratio.of(random.nextInt(20_000))),
                random.nextBoolean() ? List.of() : List.of("6"));
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    Preparation preparation() {
        return preparation;
    }

    record Raised(Diagnosis diagnosis, Preparation preparation) {}

    /** One answer, anywhere, as many notches higher as it may be. */
    Raised raised() {
        Section section = one(Section.values());
        List<Answer> answers = Computation.answers(section, diagnosis, preparation);
        int at = random.nextInt(answers.size());
        return with(section, at, answers.get(at).moved(1 + random.nextInt(4)));
    }

    /** One answer or one pair of partners that was not known, now known. */
    Raised found() {
        return random.nextBoolean() ? foundAnswer() : foundTie();
    }

    private Raised foundTie() {
        Set<Tie> yes = new HashSet<>(diagnosis.ties().yes());
        Set<Tie> no = new HashSet<>(diagnosis.ties().no());
        for (int other = 2; other <= diagnosis.partners().size(); other++) {
            Tie tie = new Tie(1, other);
            if (!yes.contains(tie) && !no.contains(tie)) {
                (random.nextBoolean() ? yes : no).add(tie);
                break;
            }
        }
        return new Raised(
                new Diagnosis(
                        diagnosis.profile(),
                        diagnosis.online(),
                        diagnosis.software(),
                        diagnosis.learning(),
                        diagnosis.governance(),
                        diagnosis.obstacles(),
                        diagnosis.partners(),
                        new Ties(yes, no)),
                preparation);
    }

    private Raised foundAnswer() {
        Section section = one(Section.values());
        List<Answer> answers = Computation.answers(section, diagnosis, preparation);
        int at = Math.max(0, answers.indexOf(Answer.UNKNOWN));
        return with(section, at, answers.get(at) == Answer.UNKNOWN ? Answer.of(random.nextInt(5)) : answers.get(at));
    }

    Raised with(Section section, int at, Answer answer) {
        List<Answer> moved = new ArrayList<>(Computation.answers(section, diagnosis, preparation));
        moved.set(at, answer);
        return new Raised(
                new Diagnosis(
                        diagnosis.profile(),
                        section == Section.A ? moved : diagnosis.online(),
                        section == Section.B ? moved : diagnosis.software(),
                        section == Section.L ? moved : diagnosis.learning(),
                        section == Section.G ? moved : diagnosis.governance(),
                        diagnosis.obstacles(),
                        diagnosis.partners(),
                        diagnosis.ties()),
                new Preparation(
                        preparation.type(),
                        preparation.goal(),
                        section == Section.PREP ? moved : preparation.answers(),
                        preparation.relays(),
                        preparation.hours(),
                        preparation.costs(),
                        preparation.means(),
                        preparation.committed(),
                        preparation.gatesMissing()));
    }

    private Profile profile() {
        return new Profile(
                random.nextInt(12),
                Ratio.of(random.nextInt(3) * 9_000L),
                one(Reach.values()),
                answer(),
                orUnknown(tokens()),
                random.nextInt(4) == 0 ? Ratio.of(30 + random.nextInt(71)) : null);
    }

    private Map<Orientation, Integer> tokens() {
        Map<Orientation, Integer> tokens = new EnumMap<>(Orientation.class);
        for (int token = 0; token < 10; token++) {
            tokens.merge(one(Orientation.values()), 1, Integer::sum);
        }
        return tokens;
    }

    private List<Answer> answers(Section section, Profile profile) {
        List<Answer> answers = new ArrayList<>();
        for (Item item : GRID.items(section)) {
            answers.add(item.mayBeLeftOut(profile) && random.nextInt(3) == 0 ? Answer.NOT_APPLICABLE : answer());
        }
        return answers;
    }

    private Answer answer() {
        return random.nextDouble() < unknown ? Answer.UNKNOWN : Answer.of(random.nextInt(5));
    }

    private Partner partner() {
        Set<Contribution> brings = new HashSet<>();
        for (Contribution what : Contribution.values()) {
            if (random.nextInt(4) == 0) {
                brings.add(what);
            }
        }
        return new Partner(one(PartnerType.values()), one(Reach.values()), brings);
    }

    private Ties ties(int partners) {
        Set<Tie> yes = new HashSet<>();
        Set<Tie> no = new HashSet<>();
        for (int one = 1; one <= partners; one++) {
            for (int other = one + 1; other <= partners; other++) {
                if (random.nextDouble() >= unknown) {
                    (random.nextBoolean() ? yes : no).add(new Tie(one, other));
                }
            }
        }
        return new Ties(yes, no);
    }

    private <T> @Nullable T orUnknown(T value) {
        return random.nextDouble() < unknown / 2 ? null : value;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
