package org.tremplin.platform.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by field, in the order of the form; shown beside the field, nothing typed is lost. */
public final class Problems {

    private final Map<String, Problem> byField = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** Only the first problem of a field is kept: one sentence at a time. */
    public Problems add(String field, String key, Object... arguments) {
        byField.putIfAbsent(field, new Problem(key, arguments));
        return this;
    }

    /** What the summary calls a field whose sentence alone does not say which one it is. @param key of the message bundle */
    public Problems name(String field, String key) {
        names.put(field, key);
        return this;
    }

    public @Nullable String nameOf(String field) {
        return names.get(field);
    }

    public boolean none() {
        return byField.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public @Nullable Problem of(String field) {
        return byField.get(field);
    }

    public Set<Map.Entry<String, Problem>> all() {
        return byField.entrySet();
    }

    public int count() {
        return byField.size();
    }

    /** @param key of the message bundle */
    public record Problem(String key, Object[] arguments) {}
}
