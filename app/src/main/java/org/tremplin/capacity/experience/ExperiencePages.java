package org.tremplin.capacity.experience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;

/** Assembles what the association sees of its own sheets. */
@Component
class ExperiencePages {

    private final Subjects subjects;
    private final TremplinSettings settings;

    ExperiencePages(Subjects subjects, TremplinSettings settings) {
        this.subjects = subjects;
        this.settings = settings;
    }

    ExperienceList list(
            Association association, List<CampaignEnd> ends, List<Experience> told, List<SignedComment> signed) {
        Map<UUID, Experience> byCampaign = told.stream()
                .collect(Collectors.toMap(one -> Objects.requireNonNull(one.campaign()), Function.identity()));
        return new ExperienceList(
                "/espace/" + association.slug(),
                ends.stream()
                        .filter(end -> end.endedOn() != null)
                        .map(end -> new ExperienceList.Line(
                                address(association, end.campaign()),
                                end.title(),
                                end.language(),
                                Objects.requireNonNull(end.endedOn()),
                                Optional.ofNullable(byCampaign.get(end.campaign()))
                                        .map(Experience::state)
                                        .orElse(null)))
                        .toList(),
                signed.stream()
                        .map(comment -> new ExperienceList.Comment(
                                SignedCommentController.address(association.slug(), comment.experience()),
                                comment.words(),
                                comment.state()))
                        .toList());
    }

    /** @param opened what the form is written for; @param late whether what is kept is a later one, or gone */
    ExperiencePage page(
            Association association,
            CampaignEnd end,
            @Nullable Experience experience,
            Opened opened,
            boolean late,
            Locale locale) {
        return new ExperiencePage(
                "/espace/" + association.slug() + "/experience",
                address(association, end.campaign()),
                end.title(),
                end.language(),
                end.endedOn(),
                experience == null ? null : experience.state(),
                experience == null ? "" : experience.reason(),
                experience == null ? null : day(experience.decidedAt(), association.zone()),
                experience != null && experience.state() == State.PUBLISHED
                        ? ReturnedSheetController.HOME + experience.id()
                        : "",
                opened,
                late ? experience : null,
                late && experience == null,
                settings.mode() == Mode.SINGLE,
                Told.LONGEST,
                subjects.groups(locale),
                subjects.templates(locale));
    }

    static String address(Association association, UUID campaign) {
        return "/espace/" + association.slug() + "/c/" + campaign + "/experience";
    }

    static @Nullable LocalDate day(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }
}
