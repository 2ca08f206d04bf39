package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tremplin.TestDatabase;

/** A module's SQL names its own schema only; site, patron and operation may read the views that others publish. */
class ForeignSqlTest {

    private static final Set<String> READERS_OF_VIEWS = Set.of("site", "patron", "operation");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)^\\s*(select|insert|update|delete|with|merge|copy|truncate|lock)\\b|\\b(from|join)\\s+\\w+\\.");
    private static final Pattern NAME = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|only|references|table|view|on|using|lateral|,)\\s*\\(?\\s*("
                    + String.join("|", Sources.MODULES) + ")\\.(\\w+)\\s*(?!\\w*\\s*[=<>])");
    private static final Pattern SQL_COMMENT = Pattern.compile("--.*");

    @Test
    void staysInItsOwnSchema() {
        Set<String> views = views();
        List<String> foreign = new ArrayList<>();
        for (Path file : Sources.find(Sources.JAVA, ".java")) {
            for (String literal : Sources.literals(Sources.code(file))) {
                if (STATEMENT.matcher(literal).find()) {
                    collect(Sources.module(file), file, literal, views, foreign);
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void migratesItsOwnSchemaOnly() {
        List<String> foreign = new ArrayList<>();
        for (Path file : Sources.find(Sources.RESOURCES.resolve("db/migration"), ".sql")) {
            String module = file.getParent().getFileName().toString();
            collect(module, file, SQL_COMMENT.matcher(Sources.read(file)).replaceAll(""), Set.of(), foreign);
            assertThat(file.getFileName().toString()).matches("V\\d{12}__" + module + "_[a-z0-9_]+\\.sql");
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void seesWhatItLooksFor() {
        List<String> foreign = new ArrayList<>();
        collect("donation", Path.of("x"), "select 1 from ledger.entry e", Set.of(), foreign);
        collect(
                "donation",
                Path.of("x"),
                "select 1 from donation.donation join campaign.edition on true",
                Set.of(),
                foreign);
        collect(
                "site",
                Path.of("x"),
                "select 1 from campaign.public_campaign",
                Set.of("campaign.public_campaign"),
                foreign);
        assertThat(foreign).hasSize(2);
    }

    private static void collect(String module, Path file, String sql, Set<String> views, List<String> foreign) {
        Matcher name = NAME.matcher(sql);
        while (name.find()) {
            String schema = name.group(1).toLowerCase(Locale.ROOT);
            String full = schema + "." + name.group(2);
            boolean mayRead = READERS_OF_VIEWS.contains(module) && views.contains(full);
            if (!schema.equals(module) && !mayRead) {
                foreign.add(file + " names " + full);
            }
        }
    }

    private static Set<String> views() {
        return TestDatabase.fresh()
                .client()
                .sql("select table_schema || '.' || table_name as name from information_schema.views")
                .map(row -> String.valueOf(row.get("name", String.class)))
                .all()
                .collect(Collectors.toSet())
                .blockOptional()
                .orElseThrow();
    }
}
