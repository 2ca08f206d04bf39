package org.tremplin.capacity.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.web.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code score FILE}, and what it says of files and answers that are no good. */
class ScoreCommandTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path VECTORS = Path.of("src/test/resources/diagnosis/vectors.json");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheSameShapeWithEveryOutFilled() throws Exception {
        assertThat(run(VECTORS.toString())).isEqualTo(Command.DONE);
        JsonNode printed = MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(printed.path("V2").path("in")).isEqualTo(vectors().path("V2").path("in"));
        assertThat(printed.path("V2").path("out").path("R").asString()).isEqualTo("83.9");
        assertThat(printed.path("V2").path("out").path("need").asString()).isEqualTo("62.8");
        assertThat(printed.path("V1").path("out").path("shown").toString()).isEqualTo("[\"R21\",\"R20\",\"R27\"]");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tokens={"ADV":5,"COM":4}      | Share 10 tokens, no more and no less, none of them negative: there are 9.
                    hours=[[81,2]]                | One person gives between 0 and 80 hours a week: 81 is written.
                    hours=[[4]]                   | Each person is a pair: hours a week, weeks.
                    committed=-1                  | What is promised for the first week cannot be negative.
                    budget=-1                     | The yearly budget cannot be negative.
                    goal=0                        | The goal must be more than zero.
                    ties={"Y":["2-2"]}            | Partner 2 cannot be tied to itself.
                    ties={"Y":["1-5"]}            | The tie 1-5 names a partner that does not exist: there are 4.
                    ties={"Y":["1-2"],"N":["2-1"]}| Partners 1 and 2 either work together or not: both are ticked.
                    ties={"Y":["1/2"]}            | The tie “1/2” is not written like 1-2.
                    A=[5,1,1,1,1,1,1,1]           | The answer A1 must be a number of 0 to 4, DK or NA.
                    A=[1,1]                       | Section A expects 8 answers: there are 2.
                    A=[NA,1,1,1,1,1,1,1]          | “Not applicable” is no possible answer to A1 here.
                    staff=1                       | “Not applicable” is no possible answer to G8 here.
                    staff=1.5                     | “staff” must be a whole number.
                    staff=1e999999999             | “staff” has too many digits: 15 at most, before and after the point.
                    goal="much"                   | “goal” must be a number.
                    type="BIG"                    | “BIG” is no known value of “type”.
                    partners=3                    | “partners” must be a list.
                    """)
    void saysWhatIsWrongAndComputesNothingOfIt(String change, String sentence) throws Exception {
        String in = "V1 with " + change;
        Path file = Files.writeString(
                folder.resolve("bad.json"),
                MAPPER.writeValueAsString(MAPPER.createObjectNode()
                        .<ObjectNode>set("V1", vectors().path("V1"))
                        .set("bad", MAPPER.createObjectNode().put("in", in))));
        assertThat(run(file.toString())).isEqualTo(Command.FAILED);
        JsonNode printed = MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(printed.path("bad").path("error").asString()).isEqualTo(sentence);
        assertThat(printed.path("bad").has("out")).isFalse();
        assertThat(printed.path("V1").path("out").path("R").asString()).isEqualTo("71.7");
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("bad: " + sentence);
    }

    @Test
    void namesTheKeyThatIsMissingAndTheOneItDoesNotKnow() throws Exception {
        ObjectNode in = (ObjectNode) vectors().path("V1").path("in");
        in.put("commited", 5).remove("committed");
        Path file = Files.writeString(folder.resolve("misspelt.json"), "{\"x\": {\"in\": " + in + "}}");
        assertThat(run(file.toString())).isEqualTo(Command.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("x: The key “committed” is missing.");
        in.put("committed", 600);
        Files.writeString(file, "{\"x\": {\"in\": " + in + "}}");
        err.reset();
        assertThat(run(file.toString())).isEqualTo(Command.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the key “commited” is not known, it is ignored.");
        Files.writeString(file, "{\"V1\": " + vectors().path("V1") + ", \"y\": {\"in\": \"V1 with bogus=0\"}}");
        assertThat(run(file.toString())).isEqualTo(Command.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the key “bogus” is not known, it is ignored.");
    }

    @Test
    void statesNotEnoughAnswersWhereASectionConcernsNobody() throws Exception {
        Path file = Files.writeString(
                folder.resolve("none.json"),
                "{\"V1\": " + vectors().path("V1") + ", \"none\": {\"in\": \"V1 with A=[NA,NA,NA,NA,NA,NA,NA,NA]\"}}");
        assertThat(run(file.toString())).isEqualTo(Command.DONE);
        JsonNode none = MAPPER.readTree(out.toString(StandardCharsets.UTF_8))
                .path("none")
                .path("out");
        assertThat(none.path("sections").path("A").toString()).isEqualTo("[null,0.0,100.0,0.0]");
        assertThat(none.path("R").isNull()).isTrue();
    }

    @Test
    void refusesFilesThatHoldNoVectors() throws IOException {
        assertThatThrownBy(() -> run(folder.resolve("nowhere.json").toString()))
                .isInstanceOf(Refused.class)
                .hasMessage("vector.no-file");
        assertThatThrownBy(() -> run()).isInstanceOf(Refused.class).hasMessage("command.one-operand");
        for (String text : new String[] {"", "[]", "{}", "3"}) {
            Path file = Files.writeString(folder.resolve("odd.json"), text);
            assertThatThrownBy(() -> run(file.toString()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("vector.file");
        }
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"V1\":\n {\"in\": }}");
        assertThatThrownBy(() -> run(broken.toString()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.arguments()[0]).isEqualTo(2));
        Path bytes = Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> run(bytes.toString())).isInstanceOf(Refused.class);
    }

    private static JsonNode vectors() throws IOException {
        return MAPPER.readTree(Files.readString(VECTORS));
    }

    private int run(String... typed) throws Exception {
        out.reset();
        return new ScoreCommand()
                .run(
                        CommandLine.of(typed),
                        new Console(
                                new Messages(),
                                Locale.UK,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8)));
    }
}
