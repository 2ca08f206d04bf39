package org.tremplin.association.profile;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.tremplin.association.Association;
import org.tremplin.association.Profile;

/** Binds a profile to the columns of its row. */
final class ProfileRow {

    private ProfileRow() {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Profile profile) {
        Association.Registry registry = profile.registry();
        GenericExecuteSpec bound = statement
                .bind("name", profile.name())
                .bind("object", profile.object())
                .bind("street", profile.address().street())
                .bind("postalCode", profile.address().postalCode())
                .bind("city", profile.address().city());
        bound = orNull(bound, "rna", profile.rna());
        bound = orNull(bound, "siren", profile.siren());
        bound = orNull(bound, "court", registry == null ? null : registry.court());
        bound = orNull(bound, "volume", registry == null ? null : registry.volume());
        return orNull(bound, "folio", registry == null ? null : registry.folio());
    }

    private static GenericExecuteSpec orNull(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }
}
