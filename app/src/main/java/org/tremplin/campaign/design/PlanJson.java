package org.tremplin.campaign.design;

import org.springframework.stereotype.Component;
import org.tremplin.campaign.Plan;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as it is stored. Unknown fields are ignored, so that an older application reads what a newer one wrote. */
@Component
public final class PlanJson {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Plan plan) {
        return json.writeValueAsString(plan);
    }

    public Plan read(String stored) {
        return json.readValue(stored, Plan.class);
    }
}
