package org.tremplin.transparency.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves that are only added. A {@link Node} is a whole subtree: it never
 * changes once its last leaf stands, so it is stored; what is not whole yet is joined when it is asked for.
 */
public final class Tree {

    /** A tree of more leaves than this is no tree of ours: 2⁵³ − 1, so that sizes are exact in every reader. */
    public static final long LARGEST = (1L << 53) - 1;

    private static final byte[] EMPTY = Sha256.of(new byte[0]);

    private Tree() {}

    /**
     * A whole subtree.
     *
     * @param level 0 for a leaf; it covers 2^level leaves
     * @param place counted from 0 on its level: its first leaf is place · 2^level
     */
    public record Node(int level, long place) {}

    /** Hashes of whole subtrees. */
    @FunctionalInterface
    public interface Nodes {
        byte[] hash(Node node);
    }

    public static byte[] join(byte[] left, byte[] right) {
        return Sha256.of(Sha256.NODE, left, right);
    }

    /** The root of the first leaves, in number of size. */
    public static byte[] root(long size, Nodes nodes) {
        return size == 0 ? EMPTY.clone() : range(0, size, nodes);
    }

    /** The hashes that lead from a leaf to the root, the nearest first (RFC 6962, section 2.1.1). */
    public static List<byte[]> inclusion(long seq, long size, Nodes nodes) {
        if (seq < 0 || seq >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + seq);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + half(to - from);
            if (seq < middle) {
                path.add(range(middle, to, nodes));
                to = middle;
            } else {
                path.add(range(from, middle, nodes));
                from = middle;
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** Of each hash of {@link #inclusion}, whether it stands on the left when both are joined. */
    public static List<Boolean> sides(long seq, long size) {
        List<Boolean> left = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + half(to - from);
            left.add(seq >= middle);
            if (seq < middle) {
                to = middle;
            } else {
                from = middle;
            }
        }
        Collections.reverse(left);
        return left;
    }

    /** What shows that the tree of the first leaves is the beginning of a larger one (RFC 6962, section 2.1.2). */
    public static List<byte[]> consistency(long first, long size, Nodes nodes) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves holds none of " + first);
        }
        List<byte[]> path = new ArrayList<>();
        if (first == 0 || first == size) {
            return path;
        }
        long from = 0;
        long to = size;
        while (to != first) {
            long middle = from + half(to - from);
            if (first <= middle) {
                path.add(range(middle, to, nodes));
                to = middle;
            } else {
                path.add(range(from, middle, nodes));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(range(from, to, nodes));
        }
        Collections.reverse(path);
        return path;
    }

    /** Whether a leaf with this hash stands at this place of the tree with this root. */
    public static boolean includes(byte[] leaf, long seq, long size, List<byte[]> path, byte[] root) {
        if (seq < 0 || seq >= size) {
            return false;
        }
        long place = seq;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = join(beside, hash);
                // on the right edge, levels without a neighbour are passed over
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = join(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree with the second root begins with the tree that has the first one. */
    public static boolean extend(long first, byte[] firstRoot, long size, byte[] root, List<byte[]> proof) {
        if (first < 0 || first > size) {
            return false;
        }
        if (first == size) {
            return proof.isEmpty() && Arrays.equals(firstRoot, root);
        }
        if (first == 0) {
            return proof.isEmpty() && Arrays.equals(firstRoot, EMPTY);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.add(0, firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long place = first - 1;
        long last = size - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] old = path.get(0);
        byte[] grown = path.get(0);
        for (byte[] beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                old = join(beside, old);
                grown = join(beside, grown);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                grown = join(grown, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(grown, root);
    }

    /** Joins leaves from (included) to (excluded); from is where such a subtree may begin. */
    private static byte[] range(long from, long to, Nodes nodes) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.hash(new Node(level, from >> level));
        }
        long middle = from + half(size);
        return join(range(from, middle, nodes), range(middle, to, nodes));
    }

    /** The largest power of two below a size of two or more. */
    private static long half(long size) {
        return Long.highestOneBit(size - 1);
    }
}
