package org.tremplin.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * Settings of the whole instance, names as the contract says ({@code tremplin.…}).
 *
 * @param baseUrl public address, used in mails, QR codes and journals; no path
 * @param secret at least 32 characters; made once into the data folder in demo, required outside it
 * @param secretPrevious the secret before this one, while what was sealed under it is sealed anew
 * @param dataDir embedded database, demo secret, chosen database port
 * @param oriasNumber required in platform mode
 */
@ConfigurationProperties("tremplin")
public record TremplinSettings(
        Mode mode,
        URI baseUrl,
        String secret,
        Path dataDir,
        @Nullable String oriasNumber,
        @Nullable String secretPrevious) {

    private static final int SHORTEST_SECRET = 32;

    /** An instance whose secret never changed. */
    public TremplinSettings(Mode mode, URI baseUrl, String secret, Path dataDir, @Nullable String oriasNumber) {
        this(mode, baseUrl, secret, dataDir, oriasNumber, null);
    }

    @ConstructorBinding
    public TremplinSettings {
        if (secret.length() < SHORTEST_SECRET) {
            throw new BadSetting(
                    "tremplin.secret",
                    "The setting tremplin.secret must have at least " + SHORTEST_SECRET + " characters.");
        }
        if (baseUrl.getHost() == null
                || !(baseUrl.getPath().isEmpty() || baseUrl.getPath().equals("/"))) {
            throw new BadSetting(
                    "tremplin.base-url",
                    "The setting tremplin.base-url must be an address such as https://dons.example.org, without a path.");
        }
        if (mode == Mode.PLATFORM && (oriasNumber == null || oriasNumber.isBlank())) {
            throw new BadSetting(
                    "tremplin.orias-number",
                    "Platform mode collects for other associations: the setting tremplin.orias-number must hold the"
                            + " registration number at ORIAS.");
        }
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }

    /** Whether cookies must travel over TLS only. */
    public boolean secure() {
        return "https".equals(baseUrl.getScheme());
    }

    /** An absolute address for mails, QR codes and providers. */
    public String absolute(String path) {
        String base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
