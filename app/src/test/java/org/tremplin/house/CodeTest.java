package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CodeTest {

    /** Who may do what nobody else may, with the reason. */
    private static final Map<String, String> SUBSCRIBERS = Map.of(
            "org/tremplin/platform/event/Pump.java",
            "its lines run as long as the application",
            "org/tremplin/payment/webhook/EventStore.java",
            "its writer lives as long as the bean",
            "org/tremplin/platform/event/Changes.java",
            "it listens from the start to the stop");

    private static final Map<String, String> BLOCKERS = Map.of(
            "org/tremplin/operation/demo/SampleDataStart.java",
            "the start waits on its own thread until the sample data is whole",
            "org/tremplin/platform/privacy/ErasuresBeforeAnybody.java",
            "the start waits on its own thread until what was erased is erased again",
            "org/tremplin/donation/reconcile/SweepCommand.java",
            "a command waits on its own thread for what it did");

    private static final Map<String, String> DAY_WRITERS = Map.of(
            "org/tremplin/platform/web/DayText.java", "it writes days for people",
            "org/tremplin/platform/backup/Databases.java", "a name of a database",
            "org/tremplin/donation/donor/ReceiptRequests.java", "a table for another program");

    /** Where two types of one name meet. */
    private static final Map<String, String> NAMESAKES = Map.of(
            "org/tremplin/payment/stripe/StripeProvider.java", "its own sessions beside the provider's",
            "org/tremplin/payment/stripe/StripeReturns.java", "its own charges beside the provider's",
            "org/tremplin/site/campaign/QrCode.java", "it draws what the library of the same name computes");

    @Test
    void neverBlocks() {
        assertThat(linesWith(Pattern.compile("\\.block(First|Last|Optional)?\\("), BLOCKERS))
                .isEmpty();
    }

    @Test
    void leavesSubscribingToTheServer() {
        assertThat(linesWith(Pattern.compile("\\.subscribe\\("), SUBSCRIBERS)).isEmpty();
    }

    @Test
    void leadsOnInOneWay() {
        assertThat(linesWith(
                        Pattern.compile("redirectTo\\("),
                        Map.of("org/tremplin/platform/web/SeeOther.java", "it leads on")))
                .isEmpty();
    }

    @Test
    void takesTheTimeFromTheClock() {
        assertThat(linesWith(
                        Pattern.compile(
                                "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|Year)\\.now\\(|currentTimeMillis\\(|Clock\\.system"),
                        Map.of("org/tremplin/platform/persistence/SteerableClock.java", "it is the clock")))
                .isEmpty();
    }

    @Test
    void importsTheProviderInItsOwnRoomOnly() {
        assertThat(Sources.find(Sources.JAVA, ".java").stream()
                        .filter(file -> !file.toString().contains("/payment/stripe/"))
                        .filter(file -> Sources.code(file).contains("com.stripe.")))
                .isEmpty();
    }

    @Test
    void saysInEachPackageThatNothingIsNullUnlessMarked() {
        assertThat(Sources.find(Sources.JAVA, ".java").stream()
                        .map(Path::getParent)
                        .distinct()
                        .map(folder -> folder.resolve("package-info.java"))
                        .filter(info ->
                                !info.toFile().exists() || !Sources.read(info).contains("@NullMarked")))
                .isEmpty();
    }

    @Test
    void importsWhatItNames() {
        assertThat(linesWith(
                        Pattern.compile(
                                "(?m)^(?!import |package ).*(?<![\\w.\"$])(java|javax|org|reactor|io|com)(\\.[a-z]\\w*)+\\.[A-Z]\\w*"),
                        NAMESAKES))
                .isEmpty();
    }

    @Test
    void writesDaysOneWay() {
        assertThat(linesWith(Pattern.compile("DateTimeFormatter\\.of"), DAY_WRITERS))
                .isEmpty();
        assertThat(Sources.find(Sources.RESOURCES.resolve("templates"), ".html").stream()
                        .filter(file -> Sources.read(file).contains("#temporals")))
                .isEmpty();
    }

    private static List<String> linesWith(Pattern forbidden, Map<String, String> allowed) {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.find(Sources.JAVA, ".java")) {
            String name = Sources.JAVA.relativize(file).toString();
            if (!allowed.containsKey(name)
                    && forbidden.matcher(Sources.code(file)).find()) {
                Sources.code(file)
                        .lines()
                        .filter(forbidden.asPredicate())
                        .forEach(line -> found.add(name + ": " + line.strip()));
            }
        }
        return found;
    }
}
