package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.diagnosis.SharedResult;
import org.tremplin.capacity.network.NetworkPicture;
import org.tremplin.capacity.share.Comment;
import org.tremplin.capacity.share.Held;
import org.tremplin.capacity.share.Shared;

/**
 * What an adviser sees of one association.
 *
 * @param opened the rows the association chose
 * @param result none before a first diagnosis
 * @param partners with their names, when they are open
 * @param drawn whether the network is drawn
 * @param comments of this adviser, the earliest first
 */
record AdviserPage(
        String slug,
        String name,
        LocalDate until,
        List<Shared> opened,
        @Nullable SharedResult result,
        List<NetworkPicture.Row> partners,
        boolean drawn,
        List<Written> comments) {

    static AdviserPage of(
            Held held,
            @Nullable SharedResult result,
            List<NetworkPicture.Row> partners,
            boolean drawn,
            List<Comment> comments) {
        ZoneId zone = held.association().zone();
        return new AdviserPage(
                held.association().slug(),
                held.association().name(),
                held.grant().until(),
                held.grant().chosen().stream().sorted().toList(),
                result,
                partners,
                drawn,
                comments.stream().map(one -> Written.of(one, zone)).toList());
    }

    /** Comments beside an answer, or on the whole. */
    public List<Written> beside(String item) {
        return comments.stream().filter(one -> one.item().equals(item)).toList();
    }

    /** @param readOn when the association said so; none until then */
    record Written(
            String item,
            String words,
            LocalDate on,
            @Nullable LocalDate readOn,
            String reply) {

        static Written of(Comment comment, ZoneId zone) {
            return new Written(
                    comment.item(),
                    comment.words(),
                    LocalDate.ofInstant(comment.at(), zone),
                    comment.readAt() == null ? null : LocalDate.ofInstant(comment.readAt(), zone),
                    comment.reply());
        }
    }
}
