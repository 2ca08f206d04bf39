package org.tremplin.patron.compare;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        Optional<String> here = Link.here(address.get(), site);
        return here.isPresent() ? Mono.just(new Brought.Here(here.get())) : fetch(address.get());
    }

    /** The same file as it is at its address now; refused when it was sent, or is not kept any more. */
    Mono<Brought> again(String reference) {
        return shelf.find(reference)
                .flatMap(kept -> Mono.justOrEmpty(kept.source()))
                .flatMap(this::fetch)
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

    /** The address that was asked is kept, not the one that answered: that one may change. */
    private Mono<Brought> read(EvidenceFile read, Fetched.Got got, URI address) {
        return read instanceof EvidenceFile.Refused refused
                ? Mono.just(refused(refused.reason().name(), got.from(), refused.detail()))
                : seal(((EvidenceFile.Read) read).evidence().journal(), got.from())
                        .<Brought>map(seal -> new Brought.Read(got.bytes(), address, seal))
                        .defaultIfEmpty(new Brought.Read(got.bytes(), address, null));
    }

    /** Empty when it cannot be checked: no journal, none on the server of the file, or one that it does not give. */
    private Mono<EvidenceFile.Seal> seal(Evidence.@Nullable Journal journal, URI from) {
        return journal == null
                ? Mono.empty()
                : Mono.justOrEmpty(Link.beside(journal.address(), from))
                        .flatMap(address -> outside.get(address, EvidenceFiles.MOST_JOURNAL_BYTES))
                        .flatMap(fetched -> fetched.fold(
                                got -> files.check(journal.checkpoint(), got.bytes()), failed -> Mono.empty()));
    }

    private static Brought refused(String reason, URI address, String detail) {
        String host = address.getHost();
        return new Brought.Refused("compare.link." + reason, host == null ? address.toString() : host, detail);
    }
}
