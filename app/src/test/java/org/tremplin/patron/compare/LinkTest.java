package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dons.example/c/un-four",
                "dons.example/c/un-four",
                " https://dons.example/c/un-four/ ",
                "https://dons.example/en/c/un-four/mecene?x=1#budget",
                "https://dons.example/c/un-four/preuves.json",
                "HTTPS://Dons.Example:443/c/un-four"
            })
    void leadsFromThePageOfACampaignToItsFile(String typed) {
        assertThat(Link.evidence(typed)).contains(URI.create("https://dons.example/c/un-four/preuves.json"));
    }

    @Test
    void keepsEveryOtherAddressAsItIs() {
        assertThat(Link.evidence("https://Dépôt.example/a.json?v=2"))
                .contains(URI.create("https://xn--dpt-bma0d.example/a.json?v=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "https://a b/c", "ftp://x/y", "https://a:b@c/d", "//"})
    void isNoAddressOtherwise(String typed) {
        assertThat(Link.evidence(typed)).isEmpty();
    }

    @Test
    void knowsItsOwnSiteByEachOfItsAddresses() {
        URI site = URI.create("https://dons.example");
        assertThat(Link.sameServer(URI.create("https://dons.example/c/un-four/preuves.json"), site))
                .isTrue();
        assertThat(Link.sameServer(URI.create("http://DONS.example:80/"), URI.create("https://dons.example:443")))
                .isTrue();
        assertThat(Link.sameServer(URI.create("https://autre.example/c/un-four/preuves.json"), site))
                .isFalse();
        assertThat(Link.sameServer(URI.create("https://dons.example:8443/"), site))
                .isFalse();
    }

    @Test
    void knowsTheCampaignOfAPage() {
        assertThat(Link.campaign(URI.create("https://dons.example/c/un-four/preuves.json")))
                .contains("un-four");
        assertThat(Link.campaign(URI.create("https://dons.example/aide"))).isEmpty();
    }
}
