package org.tremplin.transparency.evidence;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Problem;
import org.tremplin.transparency.verify.Tally;
import org.tremplin.transparency.verify.Verdict;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a file against the published schema, then against itself. */
@Component
class ReadFiles implements EvidenceFiles, DisposableBean {

    private static final JsonMapper JSON = new JsonMapper();
    /** A thousand billion euros. */
    private static final long MOST_CENTS = 100_000_000_000_000L;

    private static final int WAITING = 64;

    private final Scheduler reader = Schedulers.newBoundedElastic(1, WAITING, "evidence");
    private final Schema schema;
    private final EvidenceJson evidence;

    ReadFiles(EvidenceJson evidence) throws IOException {
        this.evidence = evidence;
        try (InputStream file = new ClassPathResource("offline/preuves-v1.schema.json").getInputStream()) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(file));
        }
    }

    @Override
    public byte[] write(Evidence made) {
        return evidence.write(made);
    }

    @Override
    public Mono<EvidenceFile> read(byte[] file) {
        return aside(() -> readNow(file));
    }

    @Override
    public Mono<EvidenceFile.Seal> check(Evidence file, byte[] journal) {
        return aside(() -> checkNow(file, journal))
                .onErrorReturn(ResponseStatusException.class, EvidenceFile.Seal.NO_TIME);
    }

    private <T> Mono<T> aside(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(reader)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    /** A seal counts under the name that the file gives the journal, which is the one that is shown. */
    static EvidenceFile.Seal checkNow(Evidence file, byte[] journal) throws IOException {
        Evidence.Journal told = Objects.requireNonNull(file.journal());
        Optional<Checkpoint.Signed> kept = Checkpoint.read(told.checkpoint())
                .filter(signed -> signed.checkpoint().origin().equals(told.origin()));
        if (kept.isEmpty()) {
            return EvidenceFile.Seal.NOT_SIGNED;
        }
        Evidence.Amounts total = file.figures().total();
        Tally tally = new Tally(total.giftsCents(), total.spentCents());
        Verdict verdict = JournalCheck.check(new ByteArrayInputStream(journal), kept.get(), tally);
        Problem problem = verdict.problem();
        if (problem == null) {
            return verdict.seenSigned() ? held(tally) : EvidenceFile.Seal.NOT_SIGNED;
        }
        return problem.what().name().startsWith("SEEN_")
                ? EvidenceFile.Seal.NOT_IN_JOURNAL
                : EvidenceFile.Seal.JOURNAL_BROKEN;
    }

    private static EvidenceFile.Seal held(Tally tally) {
        if (tally.giftsAgree()) {
            return tally.spentAgree() ? EvidenceFile.Seal.HOLDS : EvidenceFile.Seal.OTHER_SPENDING;
        }
        return tally.spentAgree() ? EvidenceFile.Seal.OTHER_GIFTS : EvidenceFile.Seal.OTHER_FIGURES;
    }

    @Override
    public void destroy() {
        reader.dispose();
    }

    EvidenceFile readNow(byte[] file) {
        if (file.length > MOST_BYTES) {
            return refused(EvidenceFile.Reason.TOO_LARGE, "");
        }
        try {
            JsonNode tree = JSON.readTree(file);
            if (!tree.path("format").asString("").equals(Evidence.FORMAT)) {
                return refused(EvidenceFile.Reason.OTHER_FORMAT, "");
            }
            if (tree.path("v").asInt(0) != Evidence.VERSION) {
                return refused(EvidenceFile.Reason.OTHER_VERSION, tree.path("v").asString(""));
            }
            List<Error> errors = schema.validate(tree);
            if (!errors.isEmpty()) {
                return refused(
                        EvidenceFile.Reason.OFF_SCHEMA,
                        errors.get(0).getInstanceLocation().toString());
            }
            if (tooMuch(tree)) {
                return refused(EvidenceFile.Reason.OFF_SCHEMA, "cents");
            }
            Evidence read = evidence.read(file);
            return new EvidenceFile.Read(read, EvidenceSums.doubts(read));
        } catch (JacksonException broken) {
            return refused(EvidenceFile.Reason.NOT_JSON, "");
        }
    }

    /** More than any association handles, so that no sum of them overflows. */
    private static boolean tooMuch(JsonNode node) {
        if (node.isNumber()) {
            return !node.canConvertToLong() || Math.abs(node.asLong()) > MOST_CENTS;
        }
        for (JsonNode child : node) {
            if (tooMuch(child)) {
                return true;
            }
        }
        return false;
    }

    private static EvidenceFile refused(EvidenceFile.Reason reason, String detail) {
        return new EvidenceFile.Refused(reason, detail);
    }
}
