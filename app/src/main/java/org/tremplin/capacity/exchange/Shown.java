package org.tremplin.capacity.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Departments;
import org.tremplin.capacity.HelpAsked;
import org.tremplin.capacity.NeedKind;
import org.tremplin.identity.Person;
import org.tremplin.platform.web.DayText;

/** Needs, offers and matches as pages show them. */
final class Shown {

    private Shown() {}

    static List<Place> places() {
        return Departments.all().stream()
                .map(code -> new Place(code, Departments.named(code)))
                .toList();
    }

    static Ask ask(HelpAsked.Asked need, Locale locale) {
        return new Ask(
                need.id(),
                need.kind(),
                need.label(),
                need.detail(),
                need.hours(),
                named(need.department()),
                need.remote(),
                day(need.until(), locale));
    }

    static Given given(Offer offer, Locale locale) {
        return new Given(
                offer.kind(),
                offer.what(),
                offer.hours(),
                named(offer.department()),
                offer.remote(),
                DayText.text(offer.until(), locale));
    }

    /** @param other whom the reader may write to: only once both agreed */
    static Meeting meeting(Match match, @Nullable Contact other, LocalDate today, Locale locale) {
        Offer offer = match.offer();
        return new Meeting(
                match.id(),
                match.state().name(),
                ask(match.need().asked(), locale),
                offer == null ? null : given(offer, locale),
                offer == null
                        ? List.of()
                        : Fit.of(match.need(), offer, today).map(Fit::because).orElseGet(List::of),
                match.agreed() ? other : null,
                match.followOn() != null && !match.followOn().isAfter(today),
                match.hours(),
                match.title(),
                match.slug(),
                match.language());
    }

    private static @Nullable String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? null : DayText.text(day, locale);
    }

    private static String named(String department) {
        return department.isEmpty() ? "" : Departments.named(department);
    }

    record Place(String code, String name) {}

    /** @param place its name, or empty; @param until a day, or none */
    record Ask(
            UUID id,
            NeedKind kind,
            String label,
            String detail,
            @Nullable Integer hours,
            String place,
            boolean remote,
            @Nullable String until) {}

    record Given(NeedKind kind, String what, @Nullable Integer hours, String place, boolean remote, String until) {}

    record Contact(String name, String email) {

        static Contact of(Offer offer) {
            return new Contact(offer.name(), offer.email());
        }

        static Contact of(Person member) {
            return new Contact(member.name(), member.email());
        }
    }

    /** @param due whether it is time to say if it happened */
    record Meeting(
            UUID id,
            String state,
            Ask need,
            @Nullable Given offer,
            List<Fit.Reason> because,
            @Nullable Contact other,
            boolean due,
            @Nullable Integer hours,
            String title,
            String slug,
            String language) {}
}
