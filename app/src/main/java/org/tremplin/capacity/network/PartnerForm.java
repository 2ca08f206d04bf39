package org.tremplin.capacity.network;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** One partner, as typed; component names are those of the fields. */
record PartnerForm(
        String nom,
        String type,
        String portee,
        Set<Contribution> apporte,
        String echanges,
        String rythme,
        String utile) {

    static final PartnerForm EMPTY = new PartnerForm("", "", "", Set.of(), "", "", "");

    static final int LONGEST_NAME = 120;

    PartnerForm {
        apporte = Set.copyOf(apporte);
    }

    static PartnerForm read(Typed typed) {
        Set<Contribution> brings = EnumSet.noneOf(Contribution.class);
        for (Contribution one : Contribution.values()) {
            if (typed.on("apporte-" + one)) {
                brings.add(one);
            }
        }
        return new PartnerForm(
                typed.line("nom"),
                typed.line("type"),
                typed.line("portee"),
                brings,
                typed.line("echanges"),
                typed.line("rythme"),
                typed.line("utile"));
    }

    static PartnerForm of(NamedPartner partner) {
        return new PartnerForm(
                partner.name(),
                partner.type().name(),
                partner.reach().name(),
                partner.brings(),
                name(partner.exchange()),
                name(partner.rhythm()),
                name(partner.useful()));
    }

    /** Whether the box of this contribution is ticked. */
    public boolean brings(String contribution) {
        return apporte.stream().anyMatch(one -> one.name().equals(contribution));
    }

    Problems check() {
        Problems problems = new Problems();
        if (nom.isEmpty()) {
            problems.add("nom", "partners.name.missing");
        } else if (nom.length() > LONGEST_NAME) {
            problems.add("nom", "partners.name.long", LONGEST_NAME, nom.length());
        }
        if (known(PartnerType.class, type) == null) {
            problems.add("type", "partners.type.missing");
        }
        if (known(Reach.class, portee) == null) {
            problems.add("portee", "partners.reach.missing");
        }
        return problems;
    }

    /** Once checked. */
    PartnerType checkedType() {
        return Objects.requireNonNull(known(PartnerType.class, type));
    }

    /** Once checked. */
    Reach checkedReach() {
        return Objects.requireNonNull(known(Reach.class, portee));
    }

    NamedPartner.@Nullable Exchange exchange() {
        return known(NamedPartner.Exchange.class, echanges);
    }

    NamedPartner.@Nullable Rhythm rhythm() {
        return known(NamedPartner.Rhythm.class, rythme);
    }

    NamedPartner.@Nullable Useful useful() {
        return known(NamedPartner.Useful.class, utile);
    }

    static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    /** What was not answered, or by a forged form, is none. */
    static <E extends Enum<E>> @Nullable E known(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
