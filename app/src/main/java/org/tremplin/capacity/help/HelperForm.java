package org.tremplin.capacity.help;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** A helper as the operator types it: every value a text. */
record HelperForm(
        String nom,
        String nomEn,
        String texte,
        String texteEn,
        String lien,
        String genre,
        String lieu,
        boolean salarie,
        Set<String> besoins,
        String relu,
        String source) {

    private static final int NAME = 120;
    private static final int TEXT = 600;
    private static final int LINK = 300;

    /** Helpers of the grid that are people around the association, not somebody to list. */
    private static final List<String> UNLISTED = List.of("VOLUNTEER", "MEMBERS", "TREASURER", "TEMPLATE", "MANUAL");

    static boolean unlisted(String kind) {
        return UNLISTED.contains(kind);
    }

    static HelperForm empty(LocalDate today) {
        return new HelperForm("", "", "", "", "https://", "GUIDASSO", "", false, Set.of(), today.toString(), "");
    }

    static HelperForm of(KnownHelper helper) {
        return new HelperForm(
                helper.name().fr(),
                helper.name().en(),
                helper.text().fr(),
                helper.text().en(),
                helper.link() == null ? "" : helper.link(),
                helper.kind(),
                helper.place(),
                helper.employers(),
                helper.topics().stream().map(Enum::name).collect(Collectors.toSet()),
                helper.checked().toString(),
                helper.source());
    }

    static HelperForm typed(Typed typed) {
        return new HelperForm(
                typed.line("nom"),
                typed.line("nomEn"),
                typed.line("texte"),
                typed.line("texteEn"),
                typed.line("lien"),
                typed.line("genre"),
                typed.line("lieu"),
                typed.on("salarie"),
                Arrays.stream(Topic.values())
                        .map(Enum::name)
                        .filter(name -> typed.on("besoin-" + name))
                        .collect(Collectors.toSet()),
                typed.line("relu"),
                typed.line("source"));
    }

    Problems problems(Grid grid, LocalDate today) {
        Problems problems = new Problems()
                .name("nom", "helpers.form.name")
                .name("nomEn", "helpers.form.name.en")
                .name("texte", "helpers.form.text")
                .name("texteEn", "helpers.form.text.en")
                .name("source", "helpers.form.source");
        length("nom", nom, 1, NAME, problems);
        length("nomEn", nomEn, 0, NAME, problems);
        length("texte", texte, 1, TEXT, problems);
        length("texteEn", texteEn, 0, TEXT, problems);
        if (!link().isEmpty() && !https(link())) {
            problems.add("lien", "helpers.form.link");
        }
        if (grid.helper(genre).isEmpty() || unlisted(genre)) {
            problems.add("genre", "helpers.form.kind");
        }
        if (!lieu.isEmpty()
                && !Departments.all().contains(lieu)
                && !Departments.allRegions().contains(lieu)) {
            problems.add("lieu", "helpers.form.place");
        }
        if (besoins.isEmpty()) {
            problems.add("besoin-DIGITAL", "helpers.form.topics");
        }
        LocalDate day = day();
        if (day == null || day.isAfter(today)) {
            problems.add("relu", "helpers.form.checked");
        }
        length("source", source, 0, NAME, problems);
        return problems;
    }

    private static void length(String field, String text, int least, int most, Problems problems) {
        if (text.length() < least) {
            problems.add(field, "helpers.form.missing");
        } else if (text.length() > most) {
            problems.add(field, "helpers.form.long", most);
        }
    }

    private static boolean https(String link) {
        try {
            URI address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null && link.length() <= LINK;
        } catch (URISyntaxException no) {
            return false;
        }
    }

    private @Nullable LocalDate day() {
        return DayText.read(relu);
    }

    /** The form proposes the beginning of an address. */
    private String link() {
        return lien.equals("https://") ? "" : lien;
    }

    /** @param before what it was; none for a new one */
    KnownHelper over(@Nullable KnownHelper before, LocalDate today) {
        LocalDate day = day();
        return new KnownHelper(
                before == null ? "" : before.id(),
                before == null ? null : before.row(),
                genre,
                new Words(nom, nomEn),
                new Words(texte, texteEn),
                link().isEmpty() ? null : link(),
                lieu,
                salarie,
                Topic.of(besoins),
                day == null ? today : day,
                source,
                before != null && before.retired());
    }
}
