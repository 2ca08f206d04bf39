package org.tremplin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"lea@exemple.fr", "lea.d'arc+dons@sous.exemple.org", "l@x.museum", "l@xn--p1ai.xn--p1ai"})
    void takesWhatPeopleHave(String address) {
        assertThat(MailAddress.plausible(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lea",
                "@exemple.fr",
                "lea@",
                "lea@exemple",
                "lea@@exemple.fr",
                "lea@exemple..fr",
                "lea @exemple.fr",
                "lea@exemple.fr\r\nBcc: eve@exemple.fr",
                "lea@exemple.fr,eve@exemple.fr",
                "Léa <lea@exemple.fr>",
                "léa@exemple.fr",
                "lea@-exemple.fr",
                "lea@exemple.42"
            })
    void refusesASlipAndWhatAHeaderWouldBreakOn(String address) {
        assertThat(MailAddress.plausible(address)).isFalse();
    }

    @Test
    void refusesAnAddressNoServerTakes() {
        assertThat(MailAddress.plausible("x".repeat(65) + "@exemple.fr")).isFalse();
        assertThat(MailAddress.plausible("x@" + "exemple.".repeat(40) + "fr")).isFalse();
    }
}
