package org.tremplin.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree against the published vectors of Certificate Transparency, and against RFC 6962 written out naively. */
class TreeTest {

    /** The leaves of the reference tests of Certificate Transparency, and the root of each of its first trees. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final Grown VECTORS = Grown.of(LEAVES.stream()
            .map(hex -> Sha256.of(Sha256.LEAF, HexFormat.of().parseHex(hex)))
            .toList());

    private static final Grown MANY = Grown.of(IntStream.range(0, 200)
            .mapToObj(seq -> Sha256.of(Sha256.LEAF, ("leaf " + seq).getBytes()))
            .toList());

    @Test
    void hasTheRootsOfThePublishedVectors() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(Sha256.hex(Tree.root(size, VECTORS::hash))).isEqualTo(ROOTS.get(size));
            assertThat(Sha256.hex(VECTORS.frontiers.get(size).root())).isEqualTo(ROOTS.get(size));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void hasTheInclusionProofsOfThePublishedVectors(long seq, long size, String path) {
        assertThat(joined(Tree.inclusion(seq, size, VECTORS::hash))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void hasTheConsistencyProofsOfThePublishedVectors(long first, long size, String path) {
        assertThat(joined(Tree.consistency(first, size, VECTORS::hash))).isEqualTo(path);
    }

    @Test
    void isTheTreeOfTheRfcAtEverySize() {
        for (int size = 0; size <= MANY.leaves.size(); size++) {
            byte[] naive = size == 0 ? Sha256.of(new byte[0]) : naive(MANY.leaves.subList(0, size));
            assertThat(Tree.root(size, MANY::hash)).isEqualTo(naive);
            assertThat(MANY.frontiers.get(size).root()).isEqualTo(naive);
        }
    }

    @Test
    void provesEveryLeafOfEveryTreeAndNoOther() {
        for (int size = 1; size <= MANY.leaves.size(); size++) {
            byte[] root = Tree.root(size, MANY::hash);
            for (int seq = 0; seq < size; seq++) {
                List<byte[]> path = Tree.inclusion(seq, size, MANY::hash);
                byte[] leaf = MANY.leaves.get(seq);
                assertThat(Tree.includes(leaf, seq, size, path, root)).isTrue();
                assertThat(Tree.includes(root, seq, size, path, leaf)).isEqualTo(size == 1);
                assertThat(Tree.includes(leaf, seq + 1, size, path, root)).isFalse();
            }
        }
    }

    @Test
    void provesEveryTreeToBeTheBeginningOfEveryLargerOne() {
        for (int size = 1; size <= MANY.leaves.size(); size++) {
            byte[] root = Tree.root(size, MANY::hash);
            for (int first = 0; first <= size; first++) {
                byte[] firstRoot = Tree.root(first, MANY::hash);
                List<byte[]> proof = Tree.consistency(first, size, MANY::hash);
                assertThat(Tree.extend(first, firstRoot, size, root, proof)).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void seesAnyOtherBeginning(
            @ForAll @IntRange(min = 1, max = 199) int first,
            @ForAll @IntRange(min = 1, max = 200) int more,
            @ForAll @IntRange(min = 0, max = 198) int changed) {
        int size = Math.min(200, first + more);
        int place = changed % first;
        List<byte[]> other = new ArrayList<>(MANY.leaves.subList(0, size));
        other.set(place, Sha256.of(Sha256.LEAF, "changed".getBytes()));
        Grown rewritten = Grown.of(other);

        assertThat(Tree.extend(
                        first,
                        Tree.root(first, MANY::hash),
                        size,
                        Tree.root(size, rewritten::hash),
                        Tree.consistency(first, size, rewritten::hash)))
                .isFalse();
        assertThat(Tree.includes(
                        MANY.leaves.get(place),
                        place,
                        size,
                        Tree.inclusion(place, size, rewritten::hash),
                        Tree.root(size, rewritten::hash)))
                .isFalse();
    }

    @Property(tries = 200)
    void growsTheSameInBatchesOfAnySize(@ForAll List<@IntRange(min = 0, max = 40) Integer> batches) {
        Frontier whole = new Frontier();
        Frontier stored = new Frontier();
        for (int batch : batches) {
            stored = new Frontier(stored.size(), stored.joined());
            for (int leaf = 0; leaf < batch; leaf++) {
                byte[] hash = Sha256.of(Sha256.LEAF, ("leaf " + whole.size()).getBytes());
                whole.add(hash);
                stored.add(hash);
            }
        }
        assertThat(stored.root()).isEqualTo(whole.root());
    }

    private static String joined(List<byte[]> path) {
        return String.join(" ", path.stream().map(Sha256::hex).toList());
    }

    /** MTH of RFC 6962, section 2.1, word for word. */
    private static byte[] naive(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Tree.join(naive(leaves.subList(0, half)), naive(leaves.subList(half, leaves.size())));
    }

    /** A tree with its stored nodes, and its edge at every size. */
    private record Grown(List<byte[]> leaves, Map<Tree.Node, byte[]> inner, List<Frontier> frontiers) {

        static Grown of(List<byte[]> leaves) {
            Map<Tree.Node, byte[]> inner = new HashMap<>();
            List<Frontier> frontiers = new ArrayList<>(List.of(new Frontier()));
            for (byte[] leaf : leaves) {
                Frontier last = frontiers.get(frontiers.size() - 1);
                Frontier next = new Frontier(last.size(), last.joined());
                next.add(leaf, inner::put);
                frontiers.add(next);
            }
            return new Grown(leaves, inner, frontiers);
        }

        byte[] hash(Tree.Node node) {
            byte[] hash = node.level() == 0 ? leaves.get((int) node.place()) : inner.get(node);
            assertThat(hash).as(node.toString()).isNotNull();
            return hash;
        }
    }
}
