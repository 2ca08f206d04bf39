package org.tremplin.capacity.score;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.advice.Advice;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;

/** Scores by one grid; holds nothing else. */
@Component
public final class GridScoring implements Scoring {

    private final Grid grid;

    public GridScoring(Grid grid) {
        this.grid = grid;
    }

    @Override
    public List<Refusal> refusals(Diagnosis diagnosis, Preparation preparation) {
        return Checks.of(grid, diagnosis, preparation);
    }

    @Override
    public Result score(Diagnosis diagnosis, Preparation preparation) {
        List<Refusal> refusals = refusals(diagnosis, preparation);
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException("These answers cannot be scored: " + refusals);
        }
        Figures figures = new Computation(grid, diagnosis, preparation).figures();
        Advice advice = Advice.of(grid, diagnosis, preparation, figures);
        return new Result(
                grid.version(),
                figures,
                Shifted.lower(grid, diagnosis, preparation),
                Shifted.higher(grid, diagnosis, preparation),
                new Explanation(grid, diagnosis, preparation, figures).all(),
                advice.triggered().stream().map(Card::id).toList(),
                advice.shown().stream().map(Card::id).toList(),
                preparation.gatesMissing());
    }

    @Override
    public NetworkScore network(PartnerNetwork network) {
        return Networks.score(
                network.partners(), network.ties(), grid.conventions().network());
    }
}
