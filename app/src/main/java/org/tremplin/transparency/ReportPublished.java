package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.event.Fact;

/**
 * A report is public, with the books of its day.
 *
 * @param promise it keeps, or none
 * @param day in the association's zone
 */
@Fact(name = "transparency.report_published")
public record ReportPublished(
        UUID report,
        UUID campaign,
        UUID association,
        @Nullable UUID promise,
        LocalDate day) {}
