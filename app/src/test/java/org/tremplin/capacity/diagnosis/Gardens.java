package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
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
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;

/** Les Jardins du Coin, vector V1 of the diagnosis. */
public final class Gardens {

    public static final Diagnosis DIAGNOSIS = new Diagnosis(
            new Profile(
                    0,
                    Ratio.of(6000),
                    Reach.LOCAL,
                    Answer.TRIED,
                    Map.of(Orientation.INN, 1, Orientation.COM, 4, Orientation.SER, 4, Orientation.EXP, 1),
                    null),
            answers("2112110-"),
            answers("2211110"),
            answers("112211"),
            answers("1113113-"),
            answers("3022122"),
            List.of(
                    new Partner(PartnerType.PUBLIC, Reach.LOCAL, Set.of(Contribution.RES, Contribution.LEG)),
                    new Partner(PartnerType.ASSOCIATION, Reach.LOCAL, Set.of(Contribution.VIS, Contribution.SKI)),
                    new Partner(PartnerType.EDUCATION, Reach.LOCAL, Set.of(Contribution.VIS)),
                    new Partner(PartnerType.ASSOCIATION, Reach.LOCAL, Set.of(Contribution.INF, Contribution.RES))),
            new Ties(Set.of(new Tie(1, 2), new Tie(1, 3), new Tie(1, 4), new Tie(2, 4)), Set.of(new Tie(3, 4))));

    public static final Preparation PREPARATION = new Preparation(
            CampaignType.LOCAL,
            Ratio.of(3000),
            answers("323222"),
            3,
            List.of(new Preparation.Hours(Ratio.of(3), Ratio.of(6)), new Preparation.Hours(Ratio.of(3), Ratio.of(6))),
            Ratio.of(60),
            Ratio.of(60),
            Ratio.of(600),
            List.of());

    /** Its result by itself, without a campaign. */
    public static final KeptResult KEPT = kept(DIAGNOSIS);

    /** A year later: online practice moved, the rest did not. */
    public static final KeptResult LATER = kept(new Diagnosis(
            DIAGNOSIS.profile(),
            answers("3213112-"),
            DIAGNOSIS.software(),
            DIAGNOSIS.learning(),
            DIAGNOSIS.governance(),
            DIAGNOSIS.obstacles(),
            DIAGNOSIS.partners(),
            DIAGNOSIS.ties()));

    private Gardens() {}

    private static KeptResult kept(Diagnosis diagnosis) {
        Grid grid = Grids.current();
        Preparation none = Conclusions.withoutCampaign(grid);
        return new KeptResult(
                false,
                1,
                diagnosis,
                none,
                new GridScoring(grid).score(diagnosis, none),
                List.of(),
                List.of(),
                Map.of());
    }

    /** @param written notches, {@code -} not applicable, {@code ?} unknown */
    static List<Answer> answers(String written) {
        List<Answer> answers = new ArrayList<>();
        for (char one : written.toCharArray()) {
            answers.add(
                    one == '-'
                            ? Answer.NOT_APPLICABLE
                            : one == '?' ? Answer.UNKNOWN : Answer.of(Character.digit(one, 10)));
        }
        return answers;
    }
}
