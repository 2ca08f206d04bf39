package org.tremplin.capacity.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;

/** What cannot be true of an association or a campaign, said before anything is computed from it. */
final class Checks {

    /** Five years. */
    private static final Ratio MOST_WEEKS = Ratio.of(260);

    private final Grid grid;
    private final List<Refusal> refusals = new ArrayList<>();

    private Checks(Grid grid) {
        this.grid = grid;
    }

    static List<Refusal> of(Grid grid, Diagnosis diagnosis, Preparation preparation) {
        Checks checks = new Checks(grid);
        checks.profile(diagnosis.profile());
        for (Section section : Section.values()) {
            checks.answers(section, diagnosis, preparation);
        }
        checks.obstacles(diagnosis.obstacles());
        checks.partners(diagnosis);
        checks.preparation(preparation);
        return List.copyOf(checks.refusals);
    }

    private void refuse(String key, Object... arguments) {
        refusals.add(Refusal.of(key, arguments));
    }

    private void profile(Profile profile) {
        if (profile.staff() < 0) {
            refuse("score.staff");
        }
        money("score.money.budget", profile.budget());
        if (profile.audience() == Answer.NOT_APPLICABLE) {
            refuse("score.not-applicable", "audience");
        }
        Map<Orientation, Integer> tokens = profile.tokens();
        if (tokens != null) {
            int sum = tokens.values().stream().mapToInt(Integer::intValue).sum();
            if (sum != grid.asked().tokens() || tokens.values().stream().anyMatch(given -> given < 0)) {
                refuse("score.tokens", grid.asked().tokens(), sum);
            }
        }
        Ratio aim = profile.onlineAim();
        if (aim != null && (aim.below(grid.conventions().onlineTarget().base()) || Ratio.HUNDRED.below(aim))) {
            refuse("score.aim", grid.conventions().onlineTarget().base().rounded(0));
        }
    }

    private void answers(Section section, Diagnosis diagnosis, Preparation preparation) {
        List<Answer> answers = Computation.answers(section, diagnosis, preparation);
        List<Item> items = grid.items(section);
        boolean skipped = section == Section.L && diagnosis.partners().isEmpty() && answers.isEmpty();
        if (!skipped && answers.size() != items.size()) {
            refuse("score.count", section.name(), items.size(), answers.size());
            return;
        }
        // nothing at all concerns them: that is "not enough answers", and gives no score
        if (answers.stream().allMatch(answer -> answer == Answer.NOT_APPLICABLE)) {
            return;
        }
        for (int at = 0; at < answers.size(); at++) {
            if (answers.get(at) == Answer.NOT_APPLICABLE && !items.get(at).mayBeLeftOut(diagnosis.profile())) {
                refuse("score.not-applicable", items.get(at).id());
            }
        }
    }

    private void obstacles(List<Answer> obstacles) {
        if (obstacles.size() != grid.obstacles().size()) {
            refuse("score.count", "E", grid.obstacles().size(), obstacles.size());
            return;
        }
        for (int at = 0; at < obstacles.size(); at++) {
            if (obstacles.get(at) == Answer.NOT_APPLICABLE) {
                refuse("score.not-applicable", grid.obstacles().get(at).id());
            }
        }
    }

    private void partners(Diagnosis diagnosis) {
        int partners = diagnosis.partners().size();
        if (partners > grid.asked().partners()) {
            refuse("score.partners", grid.asked().partners(), partners);
        }
        for (Tie tie : diagnosis.ties().yes()) {
            tie(tie, partners);
            if (diagnosis.ties().no().contains(tie)) {
                refuse("score.tie-twice", tie.one(), tie.other());
            }
        }
        diagnosis.ties().no().forEach(tie -> tie(tie, partners));
    }

    private void tie(Tie tie, int partners) {
        if (tie.isWithItself()) {
            refuse("score.tie-itself", tie.one());
        } else if (tie.one() < 1 || tie.other() > partners) {
            refuse("score.tie-unknown", tie.one(), tie.other(), partners);
        }
    }

    private void preparation(Preparation preparation) {
        if (!Ratio.ZERO.below(preparation.goal())) {
            refuse("score.goal");
        }
        money("score.money.costs", preparation.costs());
        money("score.money.means", preparation.means());
        money("score.money.committed", preparation.committed());
        if (preparation.relays() != null && preparation.relays() < 0) {
            refuse("score.relays");
        }
        if (preparation.hours() != null) {
            preparation.hours().forEach(this::hours);
        }
    }

    private void hours(Preparation.Hours hours) {
        int most = grid.conventions().hoursPerWeek();
        if (hours.perWeek().below(Ratio.ZERO) || Ratio.of(most).below(hours.perWeek())) {
            refuse("score.hours", most, hours.perWeek().rounded(1).stripTrailingZeros());
        }
        if (hours.weeks().below(Ratio.ZERO) || MOST_WEEKS.below(hours.weeks())) {
            refuse(
                    "score.weeks",
                    MOST_WEEKS.rounded(0),
                    hours.weeks().rounded(1).stripTrailingZeros());
        }
    }

    private void money(String key, @Nullable Ratio euros) {
        if (euros != null && euros.below(Ratio.ZERO)) {
            refuse(key);
        }
    }
}
