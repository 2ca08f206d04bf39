package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;

class KeysTest {

    private final Keys keys = new Keys(new TremplinSettings(
            Mode.DEMO, URI.create("http://localhost"), "0123456789abcdef0123456789abcdef", Path.of("."), null));

    /** Computed once by another implementation of RFC 5869 (salt of 32 zeros, one block). */
    @Test
    void derivesAsTheStandardSays() {
        assertThat(HexFormat.of().formatHex(keys.derive("links")))
                .isEqualTo("8c32de9ee58e4ad0705e94ea3d9db322c1e7d459fbeab0b39ca674a64dbb75dc");
    }

    @Test
    void derivesAnotherKeyForAnotherPurpose() {
        assertThat(keys.derive("links")).isNotEqualTo(keys.derive("files")).hasSize(32);
    }

    @Test
    void stillKnowsTheKeysOfTheSecretBefore() {
        Keys changed = new Keys(new TremplinSettings(
                Mode.DEMO,
                URI.create("http://localhost"),
                "another secret of thirty-two and more characters",
                Path.of("."),
                null,
                "0123456789abcdef0123456789abcdef"));
        assertThat(changed.derive("links")).isNotEqualTo(keys.derive("links"));
        assertThat(changed.derivePrevious("links")).hasValue(keys.derive("links"));
        assertThat(keys.derivePrevious("links")).isEmpty();
    }

    @Test
    void makesTokensThatNobodyGuesses() {
        assertThat(Tokens.random()).hasSize(32).isNotEqualTo(Tokens.random()).matches("[\\w-]+");
        assertThat(Tokens.code()).matches("\\d{6}");
    }
}
