package org.tremplin.transparency.proof;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.privacy.Term;

/**
 * Settings of proofs.
 *
 * @param drawingTime how long the process may take that draws one file
 * @param keepOriginals after the year in which they came: vouchers are kept ten years (Code de commerce, art. L123-22)
 */
@ConfigurationProperties("tremplin.transparency.proof")
record ProofSettings(Duration drawingTime, Period keepOriginals) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    ProofSettings {
        if (drawingTime.isNegative() || drawingTime.isZero() || drawingTime.compareTo(LONGEST) > 0) {
            throw new BadSetting(
                    "tremplin.transparency.proof.drawing-time",
                    "The setting tremplin.transparency.proof.drawing-time must be between 1s and 5m.");
        }
    }

    Term originals() {
        return new Term("tremplin.transparency.proof.keep-originals", keepOriginals)
                .atLeast(Period.ofYears(10), "accounting vouchers are kept ten years");
    }
}
