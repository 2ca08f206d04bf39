package org.tremplin.platform.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.command.Check;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Finding;
import org.tremplin.platform.database.Secret;

/** Address, secret and proxies of this instance. */
@CommandPart
@EnableConfigurationProperties(ProxySettings.class)
@Order(20)
class InstanceCheck implements Check {

    /** A random hexadecimal text of 32 characters has about 14 different ones. */
    private static final int FEWEST_CHARACTERS = 9;

    private final TremplinSettings settings;
    private final ProxySettings proxies;
    private final ConfigurableEnvironment environment;

    InstanceCheck(TremplinSettings settings, ProxySettings proxies, ConfigurableEnvironment environment) {
        this.settings = settings;
        this.proxies = proxies;
        this.environment = environment;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(address());
        findings.add(secret());
        if (!settings.demo()) {
            findings.add(
                    proxies.trustedProxies().isEmpty()
                            ? Finding.warning("doctor.proxies-none")
                            : Finding.good("doctor.proxies", String.join(", ", proxies.trustedProxies())));
        }
        return findings;
    }

    private Finding address() {
        String base = settings.baseUrl().toString();
        if (!settings.demo() && !settings.secure()) {
            return Finding.bad("doctor.address-plain", base);
        }
        try {
            InetAddress found = InetAddress.getByName(settings.baseUrl().getHost());
            return !settings.demo() && found.isLoopbackAddress()
                    ? Finding.warning("doctor.address-loopback", base)
                    : Finding.good("doctor.address", base);
        } catch (UnknownHostException unknown) {
            return Finding.bad("doctor.address-unknown", base);
        }
    }

    private Finding secret() {
        if (Secret.ofFolder(environment)) {
            return Finding.good("doctor.secret-demo");
        }
        boolean ofDemo = settings.secret().equals(Secret.kept(settings.dataDir()));
        if (!settings.demo() && ofDemo) {
            return Finding.bad("doctor.secret-of-demo");
        }
        return settings.secret().chars().distinct().count() < FEWEST_CHARACTERS
                ? Finding.bad("doctor.secret-weak")
                : Finding.good("doctor.secret");
    }
}
