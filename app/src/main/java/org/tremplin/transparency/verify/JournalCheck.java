package org.tremplin.transparency.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.verify.Problem.What;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an exported journal, line by line, as {@code docs/journal.md} says, in memory that does not grow with it. One
 * check per object.
 */
public final class JournalCheck {

    private final Checkpoint.@Nullable Signed seen;
    private final @Nullable Tally tally;
    private final Frontier tree = new Frontier();
    private final List<String> newKeys = new ArrayList<>();
    private final List<Checkpoint> leftTrees = new ArrayList<>();
    private byte @Nullable [] rootThen;
    private long withheld;
    private @Nullable Checkpoint head;
    private boolean seenSigned;

    private JournalCheck(Checkpoint.@Nullable Signed seen, @Nullable Tally tally) {
        this.seen = seen;
        this.tally = tally;
    }

    /** @param seen a checkpoint that was kept elsewhere, such as in a mail; none when there is none */
    public static Verdict check(InputStream file, Checkpoint.@Nullable Signed seen) throws IOException {
        return check(file, seen, null);
    }

    /** @param tally of what is told of the money, as of {@code seen} or a little later; none when nothing is told */
    public static Verdict check(InputStream file, Checkpoint.@Nullable Signed seen, @Nullable Tally tally)
            throws IOException {
        JournalCheck check = new JournalCheck(seen, tally);
        try {
            check.read(new Lines(file));
            return check.verdict(null);
        } catch (Problem.Found found) {
            return check.verdict(found.problem());
        }
    }

    private Verdict verdict(@Nullable Problem problem) {
        return new Verdict(problem, tree.size(), withheld, head, problem == null && seen != null, seenSigned);
    }

    private void read(Lines lines) throws IOException {
        String first = lines.next();
        if (first == null) {
            throw Problem.at(1, What.EMPTY);
        }
        Header header = header(first);
        passSize();
        for (String line = lines.next(); line != null; line = lines.next()) {
            Map<?, ?> members = members(line, lines.number());
            if (members.containsKey("checkpoint")) {
                end(header, members, lines.number());
                if (lines.next() != null) {
                    throw Problem.at(lines.number(), What.AFTER_END);
                }
                return;
            }
            add(FileLeaf.of(line, members, lines.number(), tree.size()));
        }
        throw Problem.at(lines.number() + 1, What.TRUNCATED, tree.size());
    }

    private Header header(String line) {
        try {
            return Header.of(members(line, 1));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException other) {
            throw Problem.at(1, What.HEADER);
        }
    }

    /** The members of a line that is in its one form. */
    static Map<?, ?> members(String line, long number) {
        Map<?, ?> members = CanonicalReader.read(line);
        return members == null ? slowly(line, number) : members;
    }

    /** As a general reader sees it, to say what is wrong with it. */
    static Map<?, ?> slowly(String line, long number) {
        Object value;
        try {
            value = new JsonMapper().readValue(line, Object.class);
        } catch (JacksonException broken) {
            throw Problem.at(number, What.NOT_JSON);
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw Problem.at(number, What.NOT_JSON);
        }
        String canonical;
        try {
            canonical = CanonicalJson.write(members);
        } catch (IllegalArgumentException other) {
            throw Problem.at(number, What.NOT_CANONICAL);
        }
        if (!canonical.equals(line)) {
            throw Problem.at(number, What.NOT_CANONICAL);
        }
        return members;
    }

    private void add(FileLeaf leaf) {
        withheld += leaf.withheld();
        if (leaf.kind().equals("key")) {
            newKeys.add(leaf.fingerprint("key"));
        }
        if (leaf.kind().equals("tree")) {
            byte[] root = tree.root();
            if (!Sha256.hex(root).equals(leaf.fingerprint("root"))) {
                throw Problem.at(leaf.line(), What.TREES);
            }
            leftTrees.add(new Checkpoint("-", tree.size(), root));
        }
        tree.add(leaf.hash());
        if (tally != null) {
            tally.add(leaf.kind(), leaf.cents());
        }
        passSize();
    }

    private void passSize() {
        if (seen != null && seen.checkpoint().size() == tree.size()) {
            rootThen = tree.root();
        }
        if (tally != null && seen != null && tree.size() >= seen.checkpoint().size()) {
            tally.compare();
        }
    }

    private void end(Header header, Map<?, ?> members, long line) {
        Checkpoint.Signed signed = (members.get("checkpoint") instanceof String note && members.size() == 1
                        ? Checkpoint.read(note).filter(read -> read.text().equals(note))
                        : Optional.<Checkpoint.Signed>empty())
                .orElseThrow(() -> Problem.at(line, What.CHECKPOINT));
        Checkpoint told = signed.checkpoint();
        head = told;
        if (!told.origin().equals(header.origin())) {
            throw Problem.at(line, What.ORIGIN, told.origin(), header.origin());
        }
        if (told.size() != tree.size()) {
            throw Problem.at(line, What.COUNT, told.size(), tree.size());
        }
        if (!Sha256.hex(tree.root()).equals(told.rootHex())) {
            throw Problem.at(line, What.ROOT, Sha256.hex(tree.root()), told.rootHex());
        }
        if (!signed.signedBy(header.keys().get(header.keys().size() - 1))) {
            throw Problem.at(line, What.SIGNATURE);
        }
        if (!newKeys.equals(
                header.keys().stream().skip(1).map(PublicKey::fingerprint).toList())) {
            throw Problem.at(1, What.KEYS);
        }
        if (!sizesAndRoots(leftTrees).equals(sizesAndRoots(header.earlier()))) {
            throw Problem.at(1, What.TREES);
        }
        if (seen != null) {
            beginsAs(seen.checkpoint(), header, line);
            seenSigned = header.keys().stream().anyMatch(seen::signedBy);
        }
    }

    private static List<String> sizesAndRoots(List<Checkpoint> heads) {
        return heads.stream().map(head -> head.size() + " " + head.rootHex()).toList();
    }

    private void beginsAs(Checkpoint then, Header header, long line) {
        Optional<Checkpoint> left = header.earlier().stream()
                .filter(head -> head.origin().equals(then.origin()))
                .findFirst();
        if (left.isEmpty() && !then.origin().equals(header.origin())) {
            throw Problem.at(line, What.SEEN_ORIGIN, then.origin(), header.origin());
        }
        if (left.isPresent() && then.size() > left.get().size()) {
            throw Problem.at(line, What.SEEN_LOST, then.size(), left.get().size());
        }
        if (then.size() > tree.size()) {
            throw Problem.at(line, What.SEEN_LONGER, then.size(), tree.size());
        }
        String root = Sha256.hex(Objects.requireNonNull(rootThen));
        if (!root.equals(then.rootHex())) {
            throw Problem.at(line, What.SEEN_DIFFERS, then.size(), root, then.rootHex());
        }
    }
}
