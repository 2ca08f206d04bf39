package org.tremplin.capacity;

import java.util.List;
import java.util.UUID;

/**
 * What a public campaign could be helped with beside the gift, as its campaign declares it. Nothing of it is public
 * before the association confirms it.
 *
 * @param department code, where help is welcome; may be empty
 */
public record DeclaredNeeds(
        UUID campaign,
        UUID association,
        String slug,
        String title,
        String language,
        String department,
        List<Declared> needs) {

    public DeclaredNeeds {
        needs = List.copyOf(needs);
    }

    /**
     * @param origin names it for good within the campaign: {@code line:…} of the budget, {@code gap:…} for something that is
     *     missing, whose words the association writes
     */
    public record Declared(String origin, NeedKind kind, String label, String detail) {}
}
