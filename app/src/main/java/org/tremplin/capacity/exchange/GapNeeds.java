package org.tremplin.capacity.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tremplin.capacity.NeedKind;

/**
 * Advice of the diagnosis that somebody from outside can help with, as a need: one row each, whose words are
 * {@code exchange.gap.<card>}. What only the association itself can decide is not here.
 */
final class GapNeeds {

    private static final int MOST = 4;

    private static final Map<String, NeedKind> BY_CARD = new LinkedHashMap<>();

    static {
        BY_CARD.put("R18", NeedKind.TIME);
        BY_CARD.put("R16", NeedKind.TIME);
        BY_CARD.put("R01", NeedKind.SKILL);
        BY_CARD.put("R02", NeedKind.SKILL);
        BY_CARD.put("R05", NeedKind.SKILL);
        BY_CARD.put("R07", NeedKind.SKILL);
        BY_CARD.put("R08", NeedKind.SKILL);
        BY_CARD.put("R09", NeedKind.SKILL);
        BY_CARD.put("R23", NeedKind.SKILL);
        BY_CARD.put("R24", NeedKind.EQUIPMENT);
    }

    private GapNeeds() {}

    static Set<String> cards() {
        return BY_CARD.keySet();
    }

    /** None for a card that is no need. */
    static Optional<Gap> of(String card) {
        return Optional.ofNullable(BY_CARD.get(card)).map(kind -> new Gap(card, kind));
    }

    /**
     * Those of this advice that are not asked for yet, as many as somebody reads.
     *
     * @param advice ids of cards
     * @param asked what the campaign asked for ever, by origin
     */
    static List<Gap> among(List<String> advice, Set<String> asked) {
        return BY_CARD.entrySet().stream()
                .filter(gap -> advice.contains(gap.getKey()))
                .map(gap -> new Gap(gap.getKey(), gap.getValue()))
                .filter(gap -> !asked.contains(gap.origin()))
                .limit(MOST)
                .toList();
    }

    record Gap(String card, NeedKind kind) {

        String origin() {
            return "gap:" + card;
        }

        /** Key of its words. */
        public String words() {
            return "exchange.gap." + card;
        }
    }
}
