package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/compte", "/espace/les-jardins/dons?page=2", "/en/compte", "/caf%C3%A9", "/mentions?q=%e9", "/"
            })
    void followsAPathOfThisSite(String wished) {
        assertThat(LocalPath.of(wished)).isEqualTo(wished);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "compte",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: a=b",
                "/%",
                "/%zz",
                "/compte?a=%4",
                "/connexion",
                "/en/connexion?vers=/compte",
                "/deconnexion"
            })
    void startsAtHomeOtherwise(String wished) {
        assertThat(LocalPath.of(wished)).isEqualTo(LocalPath.HOME);
    }
}
