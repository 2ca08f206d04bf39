package org.tremplin.association.member;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import reactor.core.publisher.Mono;

/** Reads what the pages of the team show. */
@Component
class TeamPages {

    private final Members members;
    private final Invitations invitations;
    private final People people;
    private final Clock clock;

    TeamPages(Members members, Invitations invitations, People people, Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.people = people;
        this.clock = clock;
    }

    Mono<TeamPage> team(Association association, UUID acting) {
        return Mono.zip(
                        members.of(association.id()).collectList(),
                        invitations.open(association).collectList())
                .flatMap(both -> named(both.getT1())
                        .map(persons -> page(association, both.getT1(), persons, both.getT2(), acting)));
    }

    Mono<Row> member(Association association, UUID member, UUID acting) {
        return members.find(association.id(), member)
                .flatMap(found -> named(List.of(found)).map(persons -> row(association, found, persons, acting)));
    }

    private Mono<Map<UUID, Person>> named(List<Members.Member> list) {
        return people.findAll(list.stream().map(Members.Member::person).toList())
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private TeamPage page(
            Association association,
            List<Members.Member> list,
            Map<UUID, Person> persons,
            List<Invitation> open,
            UUID acting) {
        boolean manages =
                list.stream().anyMatch(member -> member.person().equals(acting) && member.role() == Role.PRESIDENT);
        return new TeamPage(
                association.slug(),
                list.stream()
                        .map(member -> row(association, member, persons, acting))
                        .toList(),
                manages ? open.stream().map(one -> waiting(one, association)).toList() : List.of(),
                manages,
                association.today(clock));
    }

    private static Waiting waiting(Invitation open, Association association) {
        return new Waiting(open.id(), String.valueOf(open.email()), open.role(), association.day(open.expiresAt()));
    }

    private Row row(Association association, Members.Member member, Map<UUID, Person> persons, UUID acting) {
        Person person = persons.get(member.person());
        Instant now = clock.instant();
        return new Row(
                member.id(),
                person == null ? "" : person.name(),
                person == null ? "" : person.email(),
                member.role(),
                member.until(),
                member.past(now, association.zone()),
                member.person().equals(acting));
    }

    /**
     * @param manages whether the reader is president
     * @param today in the association's zone
     */
    record TeamPage(String slug, List<Row> members, List<Waiting> invitations, boolean manages, LocalDate today) {

        /** Whether a second person can act when the first is away. */
        public boolean alone() {
            return members.stream().filter(row -> !row.past()).count() < 2;
        }
    }

    /** @param lastDay on which its link still works */
    record Waiting(UUID id, String email, Role role, LocalDate lastDay) {}

    /**
     * @param name may be empty
     * @param past whether the last day has passed
     * @param self whether this is the reader
     */
    record Row(
            UUID id,
            String name,
            String email,
            Role role,
            @Nullable LocalDate until,
            boolean past,
            boolean self) {

        /** One or two letters for the picture of somebody. */
        public String initials() {
            String source = name.isBlank() ? email : name;
            String[] words = source.split("[\\s@.-]+");
            StringBuilder letters = new StringBuilder();
            for (String word : words) {
                if (!word.isEmpty() && letters.length() < 2 && (!name.isBlank() || letters.isEmpty())) {
                    letters.appendCodePoint(word.codePointAt(0));
                }
            }
            return letters.toString().toUpperCase(Locale.ROOT);
        }
    }
}
