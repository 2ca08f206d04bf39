package org.tremplin.transparency.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.ProofState;

/**
 * One proof of an expense.
 *
 * @param fileName as it was called, shown to members only
 * @param type media type by content; empty for a statement
 * @param originalFile none once it is erased, and for a statement
 * @param originalHash SHA-256 in hexadecimal; none for a statement
 * @param ownCopy whether the copy was uploaded already redacted
 * @param warnings what was found where something is revealed; {@code unreadable} where that could not be said
 * @param statement public text in place of a payslip; empty for a file
 * @param reason of the withdrawal, public
 */
record Proof(
        UUID id,
        UUID association,
        UUID expense,
        Kind kind,
        ProofState state,
        UUID addedBy,
        Instant addedAt,
        String fileName,
        String type,
        int size,
        @Nullable UUID originalFile,
        @Nullable String originalHash,
        boolean ownCopy,
        List<Zone> zones,
        Set<String> warnings,
        @Nullable Copy copy,
        String statement,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate withdrawnOn,
        String reason) {

    static final String UNREADABLE = "unreadable";

    enum Kind {
        INVOICE,
        QUOTE,
        RECEIPT,
        OTHER,
        /** A signed statement; payslips are never published. */
        ATTESTATION
    }

    /** @param hash SHA-256 in hexadecimal; @param width in pixels */
    record Copy(UUID file, String hash, int width, int height) {}

    boolean isFile() {
        return kind != Kind.ATTESTATION;
    }

    String home(String slug) {
        return "/espace/" + slug + "/depenses/" + expense + "/justificatifs/" + id;
    }
}
