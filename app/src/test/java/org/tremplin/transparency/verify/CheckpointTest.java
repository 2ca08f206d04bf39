package org.tremplin.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example of C2SP tlog-checkpoint; its key is that of the example of C2SP signed-note's neighbours, unpublished. */
class CheckpointTest {

    private static final String PUBLISHED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """;

    @Test
    void readsAndWritesTheFormOfTheStandard() {
        Checkpoint.Signed read = Checkpoint.read(PUBLISHED).orElseThrow();

        assertThat(read.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(read.checkpoint().size()).isEqualTo(20852163);
        assertThat(read.signatures()).hasSize(1);
        assertThat(read.text()).isEqualTo(PUBLISHED);
    }

    @Test
    void readsWhatWentThroughAMail() {
        String mailed = "Bonjour,\r\n\r\n"
                + PUBLISHED.indent(0).replaceAll("(?m)^", "> ").replace("\n", " \r\n") + "-- \r\nTremplin";

        assertThat(Checkpoint.read(mailed).orElseThrow().text()).isEqualTo(PUBLISHED);
        assertThat(Checkpoint.read(PUBLISHED.substring(0, PUBLISHED.indexOf("\n\n")))
                        .orElseThrow()
                        .signatures())
                .isEmpty();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(Checkpoint.read("")).isEmpty();
        assertThat(Checkpoint.read("a\nb\nc\n")).isEmpty();
        assertThat(Checkpoint.read(PUBLISHED.replace("20852163", "020852163"))).isEmpty();
        assertThat(Checkpoint.read(PUBLISHED.replace("20852163", "-1"))).isEmpty();
        assertThat(Checkpoint.read("x".repeat(Checkpoint.LONGEST) + PUBLISHED)).isEmpty();
    }

    @Test
    void knowsAKeyByTheIdOfTheStandard() {
        // the verifier key of the Go checksum database, as its documentation publishes it
        String[] parts = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8".split("\\+", 3);
        byte[] key = Base64.getDecoder().decode(parts[2]);
        PublicKey published = new PublicKey(Arrays.copyOfRange(key, 1, 33));

        assertThat(HexFormat.of().formatHex(published.id(parts[0]))).isEqualTo(parts[1]);
    }

    @Test
    void knowsTheTestVectorOfEd25519() {
        // RFC 8032, section 7.1, test 2
        PublicKey key = new PublicKey(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        byte[] signature = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

        assertThat(key.verifies(new byte[] {0x72}, signature)).isTrue();
        assertThat(key.verifies(new byte[] {0x73}, signature)).isFalse();
        assertThat(key.verifies(new byte[] {0x72}, new byte[3])).isFalse();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
