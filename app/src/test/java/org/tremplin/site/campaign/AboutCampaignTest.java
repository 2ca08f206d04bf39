package org.tremplin.site.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AboutCampaignTest {

    @Test
    void cutsADescriptionBetweenTwoCharacters() {
        for (int before = 295; before < 302; before++) {
            String told = "a".repeat(before) + "🌱".repeat(5);
            String cut = AboutCampaign.shortened(told);
            assertThat(cut.length()).isLessThanOrEqualTo(300);
            assertThat(cut.codePoints()).noneMatch(character -> Character.getType(character) == Character.SURROGATE);
            assertThat(cut).endsWith("…");
        }
        assertThat(AboutCampaign.shortened("🌱")).isEqualTo("🌱");
    }
}
