package org.tremplin.capacity;

import java.util.List;
import org.tremplin.platform.web.Language;

/** The words of the diagnosis for pages outside its module; they stand in the grid and nowhere else. */
public interface Wordings {

    String component(Component component, Language language);

    /** The numbers of the rule a component follows: weights, points, parts of a target; empty for a plain mean. */
    List<Ratio> rule(Component component);

    /** Whence something is known. @param id such as {@code IFMA} */
    String source(String id, Language language);

    /** A few words, for lists. @param id such as {@code P4} */
    String item(String id, Language language);

    /** The sentence that is answered. */
    String ask(String id, Language language);

    String answer(Answer answer, Language language);

    String type(CampaignType type, Language language);

    /** Why its weights are what they are. */
    String why(CampaignType type, Language language);

    String label(ReadinessLabel label, Language language);

    /** What a card advises. @param card its id, such as {@code R16} */
    String action(String card, Language language);

    /** Why it advises that. */
    String reason(String card, Language language);
}
