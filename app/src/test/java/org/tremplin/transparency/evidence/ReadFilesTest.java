package org.tremplin.transparency.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A file of another instance: refused with its reason, or read with what does not add up. */
class ReadFilesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final ReadFiles files;
    private final byte[] sound;

    ReadFilesTest() throws IOException {
        files = new ReadFiles(new EvidenceJson());
        sound = Files.readAllBytes(Path.of("src/test/resources/evidence/passe-a-poissons.json"));
    }

    @Test
    void readsAFileThatAddsUp() {
        assertThat(files.readNow(sound)).isInstanceOfSatisfying(EvidenceFile.Read.class, read -> {
            assertThat(read.doubts()).isEmpty();
            assertThat(read.evidence().figures().total().giftsCents()).isEqualTo(1_148_000);
        });
    }

    @Test
    void refusesAFileCutShort() {
        assertThat(reason(Arrays.copyOf(sound, sound.length / 2))).isEqualTo(EvidenceFile.Reason.NOT_JSON);
        assertThat(reason(new byte[0])).isEqualTo(EvidenceFile.Reason.OTHER_FORMAT);
        assertThat(reason("rien".getBytes(StandardCharsets.UTF_8))).isEqualTo(EvidenceFile.Reason.NOT_JSON);
    }

    @Test
    void refusesAFileOfAnotherKindOrVersion() {
        assertThat(reason(changed(file -> file.put("format", "tremplin-journal"))))
                .isEqualTo(EvidenceFile.Reason.OTHER_FORMAT);
        assertThat(files.readNow(changed(file -> file.put("v", 2))))
                .isEqualTo(new EvidenceFile.Refused(EvidenceFile.Reason.OTHER_VERSION, "2"));
    }

    @Test
    void refusesAFileThatLeavesTheSchemaAndSaysWhere() {
        assertThat(files.readNow(changed(file -> ((ObjectNode) file.get("budget")).put("costCents", "beaucoup"))))
                .isInstanceOfSatisfying(EvidenceFile.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(EvidenceFile.Reason.OFF_SCHEMA);
                    assertThat(refused.detail()).contains("costCents");
                });
    }

    @Test
    void refusesSumsThatNoAssociationHandles() {
        assertThat(reason(changed(file -> at(file, "figures", "total").put("giftsCents", Long.MAX_VALUE))))
                .isEqualTo(EvidenceFile.Reason.OFF_SCHEMA);
    }

    @Test
    void refusesAFileLargerThanAnyCampaign() {
        assertThat(reason(new byte[EvidenceFiles.MOST_BYTES + 1])).isEqualTo(EvidenceFile.Reason.TOO_LARGE);
    }

    @Test
    void showsTotalsThatAreNotTheSumOfTheirLines() {
        assertThat(doubts(file -> at(file, "figures", "total").put("receivedCents", 99_999_900)))
                .contains("figures.total.receivedCents", "figures.total.leftCents");
        assertThat(doubts(file -> ((ArrayNode) at(file, "budget").get("lines")).remove(0)))
                .contains("budget.costCents");
    }

    @Test
    void showsAHeadThatIsNotTheOneThatWasSigned() {
        assertThat(doubts(file -> at(file, "journal").put("size", 3))).containsExactly("journal.size");
        assertThat(doubts(file -> at(file, "journal").put("checkpoint", "un texte")))
                .containsExactly("journal.checkpoint");
    }

    private EvidenceFile.Reason reason(byte[] file) {
        return ((EvidenceFile.Refused) files.readNow(file)).reason();
    }

    private List<String> doubts(Consumer<ObjectNode> change) {
        return ((EvidenceFile.Read) files.readNow(changed(change)))
                .doubts().stream().map(EvidenceFile.Doubt::what).toList();
    }

    private byte[] changed(Consumer<ObjectNode> change) {
        ObjectNode file = (ObjectNode) JSON.readTree(sound);
        change.accept(file);
        return JSON.writeValueAsBytes(file);
    }

    private static ObjectNode at(ObjectNode file, String... path) {
        ObjectNode node = file;
        for (String step : path) {
            node = (ObjectNode) node.get(step);
        }
        return node;
    }
}
