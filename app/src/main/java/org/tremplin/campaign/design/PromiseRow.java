package org.tremplin.campaign.design;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.web.Problems;

/** What will be told and when, as it was typed. */
record PromiseRow(String id, String kind, String what, String on, String by) {

    private static final int TEXT = 120;

    static PromiseRow of(Plan.Promise promise) {
        return new PromiseRow(
                promise.id().toString(),
                promise.kind().name(),
                promise.what(),
                promise.on() == null ? "" : promise.on().toString(),
                promise.by().name());
    }

    static PromiseRow empty(UUID id) {
        return new PromiseRow(id.toString(), Plan.Telling.UPDATE.name(), "", "", Role.EDITOR.name());
    }

    static PromiseRow typed(Typed typed, String row, Supplier<UUID> ids) {
        String id = typed.line(row + "id");
        return new PromiseRow(
                id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        ? id
                        : ids.get().toString(),
                known(typed.line(row + "genre"), Plan.Telling.values(), Plan.Telling.UPDATE)
                        .name(),
                typed.line(row + "quoi"),
                typed.line(row + "jour"),
                known(typed.line(row + "role"), Role.values(), Role.EDITOR).name());
    }

    /** @return null while what was typed is no day */
    public @Nullable LocalDate day() {
        return Typed.day(on, "", new Problems()).orElse(null);
    }

    Plan.Promise read(String row, Problems problems) {
        Typed.bound(what, TEXT, row + "quoi", problems);
        return new Plan.Promise(
                UUID.fromString(id),
                Plan.Telling.valueOf(kind),
                what,
                Typed.day(on, row + "jour", problems).orElse(null),
                Role.valueOf(by));
    }

    private static <E extends Enum<E>> E known(String typed, E[] all, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(otherwise);
    }
}
