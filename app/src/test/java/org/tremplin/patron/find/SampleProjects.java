package org.tremplin.patron.find;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;

/** Projects as they come out of a reading. */
final class SampleProjects {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Project.Kept NONE = new Project.Kept(0, 0, 0, 0, 0);

    private SampleProjects() {}

    /** Open for twenty days yet, 1,000 € asked. */
    static Project open(String slug, String cause, String city, String department, long receivedCents) {
        return project(slug, cause, city, department, Stage.OPEN, receivedCents, NONE, null);
    }

    static Project ended(String slug, Project.Kept reports, @Nullable Integer provenPercent) {
        return project(slug, "sport", "Valmorin", "69", Stage.ENDED, 1_000_00, reports, provenPercent);
    }

    private static Project project(
            String slug,
            String cause,
            String city,
            String department,
            Stage stage,
            long receivedCents,
            Project.Kept reports,
            @Nullable Integer provenPercent) {
        Project project = new Project(
                UUID.randomUUID(),
                UUID.randomUUID(),
                slug,
                "Projet " + slug,
                "fr",
                "Les Essais",
                cause,
                city,
                department,
                " " + Places.plain(city) + " ",
                stage,
                1_000_00,
                receivedCents,
                Math.max(0, 1_000_00 - receivedCents),
                TODAY.minusDays(10),
                TODAY.plusDays(20),
                stage == Stage.ENDED ? TODAY.minusDays(1) : null,
                Instant.parse("2026-11-01T08:00:00Z"),
                List.of(Plan.Need.MONEY),
                0,
                0,
                null,
                reports,
                NONE,
                provenPercent,
                0,
                TODAY,
                ZoneId.of("Europe/Paris"),
                Traits.none());
        return project.with(Traits.of(project));
    }
}
