package org.tremplin.campaign.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Edition;

/** The editions used last. One never changes, so what was decoded once needs not be decoded with every gift. */
final class KnownEditions {

    private static final int MOST = 1_000;

    private final Map<Key, Edition> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Edition> eldest) {
            return size() > MOST;
        }
    };

    synchronized @Nullable Edition find(CampaignId campaign, int number) {
        return known.get(new Key(campaign, number));
    }

    synchronized Edition keep(CampaignId campaign, int number, Supplier<Edition> decoding) {
        return known.computeIfAbsent(new Key(campaign, number), absent -> decoding.get());
    }

    private record Key(CampaignId campaign, int number) {}
}
