package org.tremplin.transparency.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The right edge of a tree: the hashes of the whole subtrees it is made of, the largest first. All that is needed to add
 * leaves and to know the root, however large the tree is. Not for several threads.
 */
public final class Frontier {

    private static final int HASH_BYTES = 32;

    private final List<byte[]> hashes = new ArrayList<>();
    private long size;

    public Frontier() {}

    /** @param joined the hashes one after the other, as {@link #joined} gave them */
    public Frontier(long size, byte[] joined) {
        if (joined.length != HASH_BYTES * Long.bitCount(size)) {
            throw new IllegalArgumentException("This is not the edge of a tree of " + size + " leaves");
        }
        this.size = size;
        for (int at = 0; at < joined.length; at += HASH_BYTES) {
            hashes.add(Arrays.copyOfRange(joined, at, at + HASH_BYTES));
        }
    }

    /** @param made hears of each inner node that became whole */
    public void add(byte[] leaf, BiConsumer<Tree.Node, byte[]> made) {
        byte[] hash = leaf;
        long place = size;
        for (int level = 1; (place & 1) == 1; level++) {
            hash = Tree.join(hashes.remove(hashes.size() - 1), hash);
            place >>= 1;
            made.accept(new Tree.Node(level, place), hash);
        }
        hashes.add(hash);
        size++;
    }

    public void add(byte[] leaf) {
        add(leaf, (node, hash) -> {});
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (size == 0) {
            return Tree.root(0, node -> new byte[0]);
        }
        byte[] root = hashes.get(hashes.size() - 1);
        for (int at = hashes.size() - 2; at >= 0; at--) {
            root = Tree.join(hashes.get(at), root);
        }
        return root;
    }

    public byte[] joined() {
        byte[] joined = new byte[HASH_BYTES * hashes.size()];
        for (int at = 0; at < hashes.size(); at++) {
            System.arraycopy(hashes.get(at), 0, joined, at * HASH_BYTES, HASH_BYTES);
        }
        return joined;
    }
}
