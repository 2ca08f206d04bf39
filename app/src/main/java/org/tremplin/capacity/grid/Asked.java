package org.tremplin.capacity.grid;

import java.util.List;
import org.tremplin.capacity.Ratio;

/**
 * What is asked besides the sections.
 *
 * @param audience the question whether publics expect the association online
 * @param reachNeeds what each reach asks of online practice, 0 to 100, in the order of reaches
 * @param tokens to share among the orientations
 * @param onlineKinds whether each orientation goes with online practice, in their order
 * @param partners most partners a diagnosis holds
 * @param expressPartners how many the short form asks for
 * @param pairGrid for how many partners the pairs are asked
 */
public record Asked(
        Words audience,
        List<Level> audienceLevels,
        List<Choice> reaches,
        List<Ratio> reachNeeds,
        Words orientation,
        int tokens,
        List<Choice> orientations,
        List<Boolean> onlineKinds,
        Words partner,
        Words pair,
        int partners,
        int expressPartners,
        int pairGrid,
        List<Choice> partnerTypes,
        List<Choice> contributions,
        List<Choice> shapes) {}
