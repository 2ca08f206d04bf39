package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GappedPageTest {

    private static final List<String> MARKS = List.of("[token]", "[key]");
    private static final List<String> VALUES = List.of("t0k_en=", "a-longer-key-than-its-mark");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Été sans rien à remplir 🌱",
                "[token]",
                "[key][token]",
                "<input value=\"[token]\"><input value=\"[key]\"><p>Été</p>",
                "[key] deux fois [key], puis [token] et [token]"
            })
    void fillsEveryGapAndNothingElse(String page) throws IOException {
        String filled = page.replace("[token]", VALUES.get(0)).replace("[key]", VALUES.get(1));
        assertThat(plain(page, VALUES)).isEqualTo(filled);
        assertThat(gzipped(page, VALUES)).isEqualTo(filled);
    }

    @Test
    void givesTheSameBytesCompressedWhateverTheirLength() throws IOException {
        Random random = new Random(1);
        for (int length : new int[] {1, 8_191, 8_192, 8_193, 70_000, 300_000}) {
            StringBuilder page = new StringBuilder();
            random.ints(length, 'a', 'z').forEach(letter -> page.append((char) letter));
            page.insert(length / 3, "[token]").append("[key]").append("fin".repeat(length / 7));
            assertThat(gzipped(page.toString(), VALUES)).isEqualTo(plain(page.toString(), VALUES));
        }
    }

    @Test
    void doesNotCompressWhatFillsAGap() {
        String page = "<p>" + "secret".repeat(20) + "</p>[token]";
        int guessed =
                GappedPage.cut(page.getBytes(StandardCharsets.UTF_8), MARKS).gzipped(List.of("secret", "")).length;
        int other = GappedPage.cut(page.getBytes(StandardCharsets.UTF_8), MARKS).gzipped(List.of("xq7pzv", "")).length;
        assertThat(guessed).isEqualTo(other);
    }

    @Test
    void fillsNoGapThatAValueBrings() throws IOException {
        assertThat(gzipped("[token]-[key]", List.of("[key]", "[token]"))).isEqualTo("[key]-[token]");
    }

    private static String plain(String page, List<String> values) {
        return new String(
                GappedPage.cut(page.getBytes(StandardCharsets.UTF_8), MARKS).plain(values), StandardCharsets.UTF_8);
    }

    private static String gzipped(String page, List<String> values) throws IOException {
        byte[] bytes =
                GappedPage.cut(page.getBytes(StandardCharsets.UTF_8), MARKS).gzipped(values);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
