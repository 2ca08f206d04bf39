package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.platform.web.Messages;

class ToldTest {

    private static final Messages TEXTS = new Messages();

    @ParameterizedTest
    @CsvSource({
        "gift, 3000, 1, 3000",
        "refund, 3000, -1, 3000",
        "refund, -3000, 1, 3000",
        "expense, 3000, -1, 3000",
        "amendment, 3000, -1, 3000",
        "amendment, -3000, 1, 3000",
        "budget, 3000, 0, 3000",
        "budget, -3000, 0, -3000"
    })
    void tellsWhichWayTheMoneyWent(String kind, long cents, int direction, long shown) {
        Told told = Told.of(
                new StoredLeaf(
                        0,
                        "{\"cents\":" + cents + ",\"currency\":\"EUR\",\"day\":\"2026-11-22\",\"kind\":\"" + kind
                                + "\",\"seq\":0,\"v\":1}",
                        "00",
                        Map.of()),
                TEXTS,
                Locale.FRANCE);

        assertThat(told.direction()).isEqualTo(direction);
        assertThat(told.cents()).isEqualTo(shown);
    }
}
