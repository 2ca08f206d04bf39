package org.tremplin.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a file from outside may do to us: nothing. Each is opened in a process of its own, as in the application. */
class DrawerTest {

    private final Drawer drawer = new Drawer(new ProofSettings(Duration.ofMinutes(2), Period.ofYears(10)));

    @AfterEach
    void stop() {
        drawer.destroy();
    }

    @Test
    void drawsThePagesOfAPdfAndReadsItsWords() {
        Drawing drawing = draw(Papers.invoice());
        assertThat(drawing.problem()).isEmpty();
        assertThat(drawing.type()).isEqualTo("application/pdf");
        assertThat(drawing.pages()).hasSize(2).allMatch(Drawing.Page::readable);
        Drawing.Page first = drawing.pages().get(0);
        assertThat(first.width()).isEqualTo(1240);
        assertThat(first.type()).isEqualTo("image/png");
        List<String> seen = first.words().stream()
                .filter(word -> Papers.AMOUNT.shows(word) || Papers.DATE.shows(word))
                .map(Word::text)
                .toList();
        assertThat(seen).containsExactly("20", "novembre", "2026", "Total", "184,20", "EUR");
    }

    @Test
    void drawsAPhotographWithoutWhatCameWithIt() {
        Drawing drawing = draw(Papers.photograph());
        assertThat(drawing.problem()).isEmpty();
        Drawing.Page page = drawing.pages().get(0);
        assertThat(page.readable()).isFalse();
        assertThat(new String(page.image(), StandardCharsets.ISO_8859_1)).doesNotContain("MARQUE", "Exif");
    }

    @Test
    void refusesWhatIsNotAProofAndSaysWhy() {
        Map<String, byte[]> files = Map.of(
                "none", new byte[0],
                "kind", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "locked", Papers.locked(),
                "pages", Papers.pages(21),
                "large", Papers.hugePicture());
        files.forEach(
                (problem, file) -> assertThat(draw(file).problem()).as(problem).isEqualTo(problem));
        assertThat(draw("<!doctype html><script>1</script>".getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("kind");
        assertThat(draw("PK\u0003\u0004zip".getBytes(StandardCharsets.ISO_8859_1))
                        .problem())
                .isEqualTo("kind");
        assertThat(draw(("GIF89a" + "x".repeat(50)).getBytes(StandardCharsets.ISO_8859_1))
                        .problem())
                .isEqualTo("kind");
        assertThat(draw("%PDF-1.7 and then nothing of the kind".getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("broken");
        byte[] cut = Arrays.copyOf(Papers.photograph(), 300);
        assertThat(draw(cut).problem()).isEqualTo("broken");
    }

    @Test
    void refusesTenThousandPagesWithoutDrawingAny() {
        assertThat(draw(Papers.pages(10_000)).problem()).isEqualTo("pages");
    }

    @Test
    void believesTheBytesAndNotTheName() {
        assertThat(draw(Papers.photograph()).type()).isEqualTo("image/jpeg");
        byte[] both = "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);
        byte[] picture = Papers.named();
        byte[] lying = Arrays.copyOf(both, both.length + picture.length);
        System.arraycopy(picture, 0, lying, both.length, picture.length);
        assertThat(draw(lying).drawn()).isFalse();
    }

    @Test
    void outlivesAFileThatUnpacksToMoreThanThereIs() {
        byte[] bomb = Papers.bomb();
        assertThat(bomb.length).isLessThan(200_000);
        assertThat(draw(bomb).problem()).isEqualTo("heavy-inside");
        assertThat(draw(Papers.photograph()).drawn()).isTrue();
    }

    @Test
    void endsADrawingThatTakesForEver() {
        Drawer hasty = new Drawer(new ProofSettings(Duration.ofSeconds(4), Period.ofYears(10)));
        assertThat(Objects.requireNonNull(hasty.draw(Papers.endless()).block()).problem())
                .isEqualTo("slow");
        hasty.destroy();
    }

    private Drawing draw(byte[] file) {
        return Objects.requireNonNull(drawer.draw(file).block());
    }
}
