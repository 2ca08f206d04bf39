package org.tremplin.patron.compare;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.fetch.Fetched;
import org.tremplin.platform.fetch.Outside;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import reactor.core.publisher.Mono;

/** Reads what somebody brings to a comparison: files, and addresses of files. */
@Component
class Bringing {

    private final EvidenceFiles files;
    private final Outside outside;
    private final BroughtFiles shelf;
    private final URI site;

    Bringing(EvidenceFiles files, Outside outside, BroughtFiles shelf, TremplinSettings settings) {
        this.files = files;
        this.outside = outside;
        this.shelf = shelf;
        this.site = settings.baseUrl();
    }

    Mono<Brought> file(byte[] bytes) {
        return files.read(bytes)
                .map(read -> read instanceof EvidenceFile.Refused refused
                        ? Brought.Refused.file(refused)
                        : new Brought.Read(bytes, null, null));
    }

    Mono<Brought> link(String typed) {
        Optional<URI> address = Link.evidence(typed);
        if (address.isEmpty()) {
            return Mono.just(new Brought.Refused("compare.link.ADDRESS", typed, ""));
        }
        if (!Link.sameServer(address.get(), site)) {
            return fetch(address.get());
        }
        // this server never reads itself
        return Mono.just(Link.campaign(address.get())
                .<Brought>map(Brought.Here::new)
                .orElseGet(() -> refused("HERE", address.get(), "")));
    }

    /** The same file as it is at its address now; refused when it was sent, or is not kept any more. */
    Mono<Brought> again(String reference) {
        return shelf.find(reference)
                .flatMap(kept -> Mono.justOrEmpty(kept.source())
                        .flatMap(source ->
                                fetch(source).map(now -> kept.outweighs(now) ? refused("BUSY", source, "") : now)))
                .defaultIfEmpty(new Brought.Refused("compare.gone.file", "", ""));
    }

    /** @return its reference in the address of a comparison; empty for what was refused */
    Mono<String> keep(Brought brought) {
        return brought instanceof Brought.Read read
                ? shelf.keep(read)
                : Mono.justOrEmpty(brought instanceof Brought.Here here ? here.slug() : null);
    }

    private Mono<Brought> fetch(URI address) {
        return outside.get(address, EvidenceFiles.MOST_BYTES)
                .flatMap(fetched -> fetched.fold(
                        got -> files.read(got.bytes()).flatMap(read -> read(read, got, address)),
                        failed -> Mono.just(refused(failed.reason().name(), address, ""))));
    }

    /** The address that was asked is kept, not the one that answered, which may change; but the server that answered is. */
    private Mono<Brought> read(EvidenceFile read, Fetched.Got got, URI asked) {
        URI address = Objects.equals(asked.getHost(), got.from().getHost()) ? asked : got.from();
        return read instanceof EvidenceFile.Refused refused
                ? Mono.just(refused(refused.reason().name(), got.from(), refused.detail()))
                : seal(((EvidenceFile.Read) read).evidence(), got.from())
                        .<Brought>map(seal -> new Brought.Read(got.bytes(), address, seal))
                        .defaultIfEmpty(new Brought.Read(got.bytes(), address, null));
    }

    /** Empty without a journal. One on another server than the file is not read. */
    private Mono<EvidenceFile.Seal> seal(Evidence file, URI from) {
        Evidence.Journal journal = file.journal();
        return journal == null
                ? Mono.empty()
                : Mono.justOrEmpty(Link.beside(journal.address(), from))
                        .flatMap(address -> outside.get(address, EvidenceFiles.MOST_JOURNAL_BYTES))
                        .flatMap(fetched -> fetched.fold(
                                got -> files.check(file, got.bytes()), failed -> Mono.just(unread(failed.reason()))))
                        .defaultIfEmpty(EvidenceFile.Seal.NOT_GIVEN);
    }

    private static EvidenceFile.Seal unread(Fetched.Reason reason) {
        return switch (reason) {
            case BUSY, TOO_SLOW -> EvidenceFile.Seal.NO_TIME;
            case TOO_LARGE -> EvidenceFile.Seal.TOO_LONG;
            default -> EvidenceFile.Seal.NOT_GIVEN;
        };
    }

    private static Brought refused(String reason, URI address, String detail) {
        String host = address.getHost();
        return new Brought.Refused("compare.link." + reason, host == null ? address.toString() : host, detail);
    }
}
