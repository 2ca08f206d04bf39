package org.tremplin.transparency.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.file.Uploaded;
import org.tremplin.platform.web.NotFound;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** Finds what an address of the workspace names; what belongs to a neighbour is not found. */
@Component
class ProofDesk {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Associations associations;
    private final Spending spending;
    private final Proofs proofs;
    private final Clock clock;

    ProofDesk(Associations associations, Spending spending, Proofs proofs, Clock clock) {
        this.associations = associations;
        this.spending = spending;
        this.proofs = proofs;
        this.clock = clock;
    }

    Mono<Folder> open(String slug, UUID expense) {
        return associations
                .at(slug)
                .flatMap(association ->
                        spending.find(association.id().value(), expense).map(found -> new Folder(association, found)))
                .switchIfEmpty(NotFound.page());
    }

    Mono<Paper> open(String slug, UUID expense, UUID proof) {
        return open(slug, expense)
                .flatMap(folder -> proofs.find(folder.expense().association(), expense, proof)
                        .flatMap(found -> found.expense().equals(expense)
                                ? Mono.just(new Paper(folder, found))
                                : open(slug, found.expense()).map(next -> new Paper(next, found))))
                .switchIfEmpty(NotFound.page());
    }

    LocalDate today(Association association) {
        return association.today(clock);
    }

    static boolean fingerprint(String text) {
        return FINGERPRINT.matcher(text).matches();
    }

    /** The bytes of an upload, one more than allowed where there are more; none where there is no file. */
    static Mono<byte[]> bytes(@Nullable Part part) {
        return Uploaded.bytes(part, PrivateFiles.MOST_BYTES);
    }

    static String name(@Nullable Part part) {
        return part instanceof FilePart file ? file.filename() : "";
    }

    static String field(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }

    /** An expense and whose it is. */
    record Folder(Association association, Expense expense) {
        String home() {
            return "/espace/" + association.slug() + "/depenses/" + expense.id() + "/justificatifs";
        }
    }

    /** One of its proofs. */
    record Paper(Folder folder, Proof proof) {
        String home() {
            return folder.home() + "/" + proof.id();
        }
    }
}
