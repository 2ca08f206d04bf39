package org.tremplin.patron.compare;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address of a comparison asks: everything stands in it, so that it can be kept and sent. Anything unreadable
 * counts as not asked.
 *
 * @param projects addresses of campaigns here, or {@code ~} and the token of a file that was brought; at most
 *     {@value #MOST}
 * @param more how many were asked beyond that
 * @param weights 0 to 3 of each criterion
 * @param own criteria in the patron's words, with her answers
 */
record Chosen(List<String> projects, int more, Map<Criterion, Integer> weights, List<Own> own) {

    static final int MOST = 4;
    /** Begins the reference of a file that was brought. */
    static final String BROUGHT = "~";

    static final int MOST_OWN = 2;
    private static final int LONGEST = 80;
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}|~[A-Za-z0-9_-]{20,60}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");
    private static final Pattern WEIGHT = Pattern.compile("[0-3]");

    /** @param name what she wants; @param fits by project in the order chosen */
    record Own(String name, int weight, List<Fit> fits) {}

    static Chosen of(MultiValueMap<String, String> query) {
        List<String> asked = query.getOrDefault("c", List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", MOST * 4)))
                .map(String::strip)
                .filter(value -> PROJECT.matcher(value).matches())
                .distinct()
                .toList();
        Map<Criterion, Integer> weights = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            weights.put(criterion, weight(query.getFirst("p-" + criterion.field()), 1));
        }
        List<String> projects = asked.stream().limit(MOST).toList();
        return new Chosen(
                projects,
                asked.size() - projects.size(),
                Map.copyOf(weights),
                Stream.iterate(1, at -> at <= MOST_OWN, at -> at + 1)
                        .map(at -> own(query, "m" + at, projects.size()))
                        .filter(own -> !own.name().isEmpty())
                        .toList());
    }

    private static Own own(MultiValueMap<String, String> query, String field, int projects) {
        String typed = query.getFirst(field);
        String name =
                typed == null ? "" : INVISIBLE.matcher(typed).replaceAll(" ").strip();
        return new Own(
                name.length() > LONGEST ? name.substring(0, LONGEST).strip() : name,
                weight(query.getFirst(field + "-p"), 1),
                Stream.iterate(0, at -> at < projects, at -> at + 1)
                        .map(at -> fit(query.getFirst(field + "-" + at)))
                        .toList());
    }

    private static Fit fit(@Nullable String said) {
        return "oui".equals(said) ? Fit.YES : "non".equals(said) ? Fit.NO : Fit.UNKNOWN;
    }

    private static int weight(@Nullable String typed, int otherwise) {
        return typed != null && WEIGHT.matcher(typed).matches() ? Integer.parseInt(typed) : otherwise;
    }

    /** The same question, as the query of an address; empty without a project. */
    String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        projects.forEach(project -> query.queryParam("c", project));
        for (Criterion criterion : Criterion.values()) {
            Integer weight = weights.get(criterion);
            if (weight != null && weight != 1) {
                query.queryParam("p-" + criterion.field(), weight);
            }
        }
        for (int at = 0; at < own.size(); at++) {
            String field = "m" + (at + 1);
            Own one = own.get(at);
            query.queryParam(field, "{" + field + "}").uriVariables(Map.of(field, one.name()));
            query.queryParam(field + "-p", one.weight());
            for (int project = 0; project < one.fits().size(); project++) {
                if (one.fits().get(project) != Fit.UNKNOWN) {
                    query.queryParam(field + "-" + project, one.fits().get(project) == Fit.YES ? "oui" : "non");
                }
            }
        }
        return query.encode().build().toUriString();
    }

    /** The same with another project. */
    Chosen with(String project) {
        return new Chosen(
                Stream.concat(projects.stream(), Stream.of(project)).toList(),
                more,
                weights,
                own.stream()
                        .map(one -> new Own(
                                one.name(),
                                one.weight(),
                                Stream.concat(one.fits().stream(), Stream.of(Fit.UNKNOWN))
                                        .toList()))
                        .toList());
    }

    /** The same with another project in the place of one. */
    Chosen replacing(String project, String other) {
        return new Chosen(
                projects.stream().map(one -> one.equals(project) ? other : one).toList(), more, weights, own);
    }

    /** The same without one project; answers about the others keep their place. */
    Chosen without(String project) {
        int gone = projects.indexOf(project);
        return new Chosen(
                projects.stream().filter(one -> !one.equals(project)).toList(),
                0,
                weights,
                own.stream()
                        .map(one -> new Own(
                                one.name(),
                                one.weight(),
                                Stream.iterate(0, at -> at < one.fits().size(), at -> at + 1)
                                        .filter(at -> at != gone)
                                        .map(one.fits()::get)
                                        .toList()))
                        .toList());
    }
}
