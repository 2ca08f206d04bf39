package org.tremplin.capacity.grid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.capacity.Wordings;

/** The grid of this version of the application; it does not start with a faulty one. */
@Configuration(proxyBeanMethods = false)
public class Grids {

    private static final String FILE = "diagnosis/grid-v1.yaml";

    @Bean
    Grid grid() {
        return current();
    }

    @Bean
    Wordings wordings(Grid grid) {
        return new GridWordings(grid);
    }

    /** For whoever works without the application, such as a command. */
    public static Grid current() {
        try (InputStream in = Grids.class.getClassLoader().getResourceAsStream(FILE)) {
            return GridReader.read(
                    FILE, new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
