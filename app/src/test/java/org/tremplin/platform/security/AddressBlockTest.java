package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressBlockTest {

    @Test
    void forgetsWhichMachineItWas() throws UnknownHostException {
        assertThat(AddressBlock.of(InetAddress.getByName("192.0.2.77"))).isEqualTo("192.0.2.0/24");
        assertThat(AddressBlock.of(InetAddress.getByName("2001:db8:12:3456::1")))
                .isEqualTo("20:01:0d:b8:00:12::/48");
    }
}
