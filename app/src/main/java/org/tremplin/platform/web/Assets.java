package org.tremplin.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Tokens;

/**
 * Style sheets, scripts, icons and fonts, read once at start, each at an address that holds its hash, so that a browser
 * keeps it for ever. A style bundle is its folder's files joined in order of their names.
 */
@Component
public class Assets {

    private static final String ROOT = "classpath:/assets/";

    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();

    Assets() {
        each("fonts/*.woff2", MediaType.valueOf("font/woff2"));
        each("images/*.svg", MediaType.valueOf("image/svg+xml"));
        each("images/*.png", MediaType.IMAGE_PNG);
        each("js/*.js", MediaType.valueOf("text/javascript;charset=utf-8"));
        bundle("public", List.of("base", "public"));
        bundle("espace", List.of("base", "espace"));
    }

    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return address;
    }

    @Nullable
    Asset find(String hashedName) {
        return assets.get(hashedName);
    }

    private void each(String pattern, MediaType type) {
        for (Resource resource : resources(pattern)) {
            add(String.valueOf(resource.getFilename()), type, read(resource));
        }
    }

    private void bundle(String name, List<String> folders) {
        StringBuilder joined = new StringBuilder("@layer tokens, reset, base, layout, component, page, utility;\n");
        for (String folder : folders) {
            for (Resource resource : resources("css/" + folder + "/*.css")) {
                joined.append(new String(read(resource), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        add(name + ".css", MediaType.valueOf("text/css;charset=utf-8"), withHashedFonts(squeezed(joined.toString())));
    }

    /** Comments and indentation are for people. */
    private static String squeezed(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "\n");
    }

    private byte[] withHashedFonts(String css) {
        String linked = css;
        for (Map.Entry<String, String> asset : addresses.entrySet()) {
            if (asset.getKey().endsWith(".woff2")) {
                linked = linked.replace("url(\"" + asset.getKey() + "\")", "url(\"" + asset.getValue() + "\")");
            }
        }
        return linked.getBytes(StandardCharsets.UTF_8);
    }

    private void add(String name, MediaType type, byte[] bytes) {
        String hash = HexFormat.of().formatHex(Tokens.sha256(bytes), 0, 6);
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "-" + hash + name.substring(dot);
        addresses.put(name, "/assets/" + hashed);
        assets.put(hashed, new Asset(type, bytes, gzip(bytes)));
    }

    private Resource[] resources(String pattern) {
        try {
            Resource[] found = resolver.getResources(ROOT + pattern);
            Arrays.sort(found, Comparator.comparing(r -> String.valueOf(r.getFilename())));
            return found;
        } catch (FileNotFoundException none) {
            return new Resource[0];
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] read(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    /** @param gzipped the same bytes, compressed once */
    record Asset(MediaType type, byte[] bytes, byte[] gzipped) {}
}
