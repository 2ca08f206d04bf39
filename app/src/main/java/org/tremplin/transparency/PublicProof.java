package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What anyone may know of a proof.
 *
 * @param expense one that was asked for
 * @param kind {@code invoice}, {@code quote}, {@code receipt}, {@code other} or {@code attestation}; names its text
 *     {@code proof.kind.<kind>}
 * @param day it became public
 * @param address of the public copy; none where nothing is revealed, or it is withdrawn
 * @param original SHA-256 of the private original, in hexadecimal; none for a statement
 * @param copy SHA-256 of the public copy, stays when it is withdrawn; none where nothing is revealed
 * @param statement in place of a payslip; empty otherwise
 * @param withdrawn day it was taken away, or none
 * @param reason why; empty while it is shown
 * @param earlier it was given for a version that the expense corrects
 * @param proves whether it makes its expense proven: anyone can look at it, and the expense is not more than it was for
 */
public record PublicProof(
        UUID expense,
        String kind,
        LocalDate day,
        @Nullable String address,
        int width,
        int height,
        @Nullable String original,
        @Nullable String copy,
        String statement,
        @Nullable LocalDate withdrawn,
        String reason,
        boolean earlier,
        boolean proves) {}
