package org.tremplin.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the application, as the house tests read them; the working folder is {@code app/}. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java");
    static final Path RESOURCES = Path.of("src/main/resources");
    static final List<String> MODULES = List.of(
            "platform",
            "money",
            "notification",
            "payment",
            "ledger",
            "identity",
            "association",
            "capacity",
            "campaign",
            "donation",
            "transparency",
            "receipt",
            "patron",
            "site",
            "operation");
    private static final Path ROOT = JAVA.resolve("org/tremplin");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<line>(?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//[^\\n]*$", Pattern.DOTALL);

    private Sources() {}

    static List<Path> find(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Java without its comments. */
    static String code(Path file) {
        return COMMENT.matcher(read(file)).replaceAll("");
    }

    /** The module a Java file belongs to; empty for the root package. */
    static String module(Path javaFile) {
        Path inside = ROOT.relativize(javaFile);
        return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
    }

    /** Texts between quotes and in text blocks. */
    static List<String> literals(String code) {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            String block = literal.group("block");
            found.add(block != null ? block : literal.group("line"));
        }
        return found;
    }

    static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .distinct()
                .toList();
    }
}
