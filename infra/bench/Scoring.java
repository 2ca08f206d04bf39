import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;

/** What one full assessment of fifteen partners costs to score, with its explanation and its cards: see README.md. */
public class Scoring {

    private static final double AIM_MILLIS = 1;

    public static void main(String[] args) {
        Options options = new Options(args);
        int times = options.number("times", 5_000);
        long begun = System.nanoTime();
        GridScoring scoring = new GridScoring(Grids.current());
        double read = (System.nanoTime() - begun) / 1e6;
        Diagnosis diagnosis = diagnosis();
        Preparation preparation = preparation();
        double first = took(scoring, diagnosis, preparation);
        double[] millis = new double[times];
        for (int round = 0; round < 2; round++) {
            // the first round warms up
            for (int time = 0; time < times; time++) {
                millis[time] = took(scoring, diagnosis, preparation);
            }
        }
        Arrays.sort(millis);
        double median = millis[times / 2];
        System.out.printf(Locale.ROOT, "read and checked the grid in %.1f ms; the first score took %.1f ms%n", read, first);
        System.out.printf(
                Locale.ROOT,
                "one score: median %.3f ms, p99 %.3f ms, aim <= %.0f ms: %s%n",
                median,
                millis[(int) (times * 0.99)],
                AIM_MILLIS,
                median <= AIM_MILLIS ? "met" : "NOT MET");
    }

    private static double took(GridScoring scoring, Diagnosis diagnosis, Preparation preparation) {
        long begun = System.nanoTime();
        if (scoring.score(diagnosis, preparation).cards().isEmpty()) {
            throw new IllegalStateException("there is always something to advise here");
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Diagnosis diagnosis() {
        Partner[] partners = new Partner[15];
        Set<Tie> yes = new HashSet<>();
        Set<Tie> no = new HashSet<>();
        for (int one = 1; one <= partners.length; one++) {
            partners[one - 1] = new Partner(
                    PartnerType.values()[one % 5],
                    Reach.values()[one % 4],
                    Set.of(Contribution.values()[one % 3], Contribution.values()[3 + one % 2]));
            for (int other = one + 1; other <= partners.length; other++) {
                switch ((one + other) % 4) {
                    case 0 -> yes.add(new Tie(one, other));
                    case 1 -> no.add(new Tie(one, other));
                    case 2 -> no.add(new Tie(one, other));
                    default -> {
                        // not known
                    }
                }
            }
        }
        return new Diagnosis(
                new Profile(
                        4,
                        Ratio.of(180_000),
                        Reach.REGIONAL,
                        Answer.SHARED,
                        Map.of(Orientation.ADV, 4, Orientation.COM, 3, Orientation.SER, 3),
                        null),
                answers("43130322"),
                answers("3213022"),
                answers("223132"),
                answers("33231232"),
                answers("3122122"),
                List.of(partners),
                new Ties(yes, no));
    }

    private static Preparation preparation() {
        return new Preparation(
                CampaignType.PROJECT_GOAL,
                Ratio.of(20_000),
                answers("431123"),
                3,
                List.of(new Preparation.Hours(Ratio.of(6), Ratio.of(9)), new Preparation.Hours(Ratio.of(3), Ratio.of(9))),
                Ratio.of(900),
                Ratio.of(700),
                Ratio.of(1_500),
                List.of());
    }

    private static List<Answer> answers(String digits) {
        return digits.chars().mapToObj(digit -> Answer.of(digit - '0')).toList();
    }
}
