package org.tremplin.capacity;

import java.util.List;

/** From answers to a result: always the same for the same answers and the same version of the grid. */
public interface Scoring {

    /** What keeps these answers from being scored; empty when nothing does. */
    List<Refusal> refusals(Diagnosis diagnosis, Preparation preparation);

    /** @throws IllegalArgumentException if they are refused: ask first */
    Result score(Diagnosis diagnosis, Preparation preparation);

    /** The shape of a network alone, which needs no other answer. */
    NetworkScore network(PartnerNetwork network);
}
