package org.tremplin.transparency.proof;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes the public copy of a proof from the zones somebody chose, or from a copy they redacted themselves. */
@Component
class Revealing implements DisposableBean {

    private final Proofs proofs;
    private final ProofFiles files;
    private final TransactionalOperator transaction;
    private final Scheduler copies = Schedulers.newBoundedElastic(1, 16, "public-copies");

    Revealing(Proofs proofs, ProofFiles files, TransactionalOperator transaction) {
        this.proofs = proofs;
        this.files = files;
        this.transaction = transaction;
    }

    /** @param zones none: nothing becomes public but the fingerprint */
    Mono<Answer> reveal(Proof proof, List<Zone> zones) {
        Set<Integer> revealed = zones.stream().map(Zone::page).collect(Collectors.toSet());
        if (revealed.size() > PublicCopy.MOST_PAGES) {
            return Mono.just(Answer.refused("many-pages"));
        }
        if (zones.isEmpty()) {
            return keep(proof, zones, Set.of(), null, false);
        }
        return proofs.pages(proof.id())
                .filter(page -> revealed.contains(page.no()))
                .collectList()
                .flatMap(pages -> Mono.zip(images(pages), warnings(pages, zones)))
                .flatMap(read -> Mono.fromCallable(() -> PublicCopy.of(read.getT1(), zones))
                        .subscribeOn(copies)
                        .flatMap(copy -> keep(proof, zones, read.getT2(), copy, false)));
    }

    /** A copy redacted elsewhere: all of it is shown, as pixels alone. */
    Mono<Answer> take(Proof proof, Drawing redacted) {
        if (redacted.pages().size() > PublicCopy.MOST_PAGES) {
            return Mono.just(Answer.refused("many-pages"));
        }
        Map<Integer, byte[]> images = IntStream.range(0, redacted.pages().size())
                .boxed()
                .collect(Collectors.toMap(
                        index -> index + 1, index -> redacted.pages().get(index).image()));
        List<Zone> whole = images.keySet().stream().map(Zone::wholeOf).toList();
        Set<String> warnings = new LinkedHashSet<>();
        for (Drawing.Page page : redacted.pages()) {
            warnings.addAll(warningsOf(page.readable() ? page.words() : null, List.of(Zone.wholeOf(1))));
        }
        return Mono.fromCallable(() -> PublicCopy.of(images, whole))
                .subscribeOn(copies)
                .flatMap(copy -> keep(proof, List.of(), warnings, copy, true));
    }

    /** What was found, in words, for whoever looks at the copy before it becomes public. */
    Mono<List<Finding>> findings(Proof proof) {
        return proofs.pages(proof.id())
                .concatMap(page -> {
                    List<Zone> here = zonesOf(proof.zones(), page);
                    return here.isEmpty()
                            ? Mono.<List<Finding>>empty()
                            : files.words(page).map(words -> Finding.in(words, here));
                })
                .flatMapIterable(found -> found)
                .collectList();
    }

    /** In place of whatever was prepared before. */
    private Mono<Answer> keep(Proof proof, List<Zone> zones, Set<String> warnings, byte @Nullable [] png, boolean own) {
        return proofs.lock(proof.association(), proof.expense(), proof.id())
                .flatMap(locked -> {
                    if (!locked.isFile() || !locked.state().open()) {
                        return Mono.just(Answer.refused("late"));
                    }
                    return stored(png)
                            .flatMap(copy -> proofs.prepare(locked.id(), zones, warnings, copy.orElse(null), own))
                            .then(files.delete(copyOf(locked)))
                            .thenReturn(Answer.done(locked));
                })
                .as(transaction::transactional);
    }

    private static @Nullable UUID copyOf(Proof proof) {
        return proof.copy() == null ? null : proof.copy().file();
    }

    private Mono<Optional<Proof.Copy>> stored(byte @Nullable [] png) {
        if (png == null) {
            return Mono.just(Optional.empty());
        }
        String hash = HexFormat.of().formatHex(Tokens.sha256(png));
        return files.store(png, "image/png")
                .map(file -> Optional.of(new Proof.Copy(file, hash, PngHeader.width(png), PngHeader.height(png))));
    }

    private Mono<Map<Integer, byte[]>> images(List<ProofPage> pages) {
        return Flux.fromIterable(pages)
                .concatMap(page -> files.whole(page.image()).map(bytes -> Map.entry(page.no(), bytes)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Set<String>> warnings(List<ProofPage> pages, List<Zone> zones) {
        return Flux.fromIterable(pages)
                .concatMap(page -> page.words() == null
                        ? Mono.just(Set.of(Proof.UNREADABLE))
                        : files.words(page).map(words -> warningsOf(words, zonesOf(zones, page))))
                .reduce(new LinkedHashSet<>(), (all, some) -> {
                    all.addAll(some);
                    return all;
                });
    }

    private static Set<String> warningsOf(@Nullable List<Word> words, List<Zone> zones) {
        return words == null
                ? Set.of(Proof.UNREADABLE)
                : Finding.kinds(Finding.in(words, zones)).stream()
                        .map(Finding.Kind::code)
                        .collect(Collectors.toSet());
    }

    private static List<Zone> zonesOf(List<Zone> zones, ProofPage page) {
        return zones.stream().filter(zone -> zone.page() == page.no()).toList();
    }

    @Override
    public void destroy() {
        copies.dispose();
    }
}
