package org.tremplin.campaign.follow;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import reactor.core.publisher.Mono;

/** What followers are written. */
@Component
class FollowMail {

    static final String CONFIRM = "campaign.follow";
    static final String NEWS = "campaign.news";

    private final Mails mails;

    FollowMail(Mails mails) {
        this.mails = mails;
    }

    /** The link that confirms; who follows already finds their choices there. */
    Mono<Void> confirm(Follower follower, Followed campaign) {
        Mail mail = new Mail(
                CONFIRM,
                follower.id() + " " + follower.askedAt().toEpochMilli(),
                follower.email(),
                follower.language(),
                "follow",
                Map.of(
                        "campaign",
                        campaign.title(),
                        "association",
                        campaign.association(),
                        "page",
                        follower.language().to(follower.page())),
                null);
        return mails.queue(mail);
    }

    /**
     * One mail of one or several news, the newest first. The same news are queued for the same follower once. The head of
     * the journal is put in as the mail leaves.
     */
    static Mail news(Follower follower, Followed campaign, List<Map<String, String>> news, String key) {
        String page = follower.language().to("/c/" + campaign.slug() + "/nouvelles");
        return new Mail(
                        NEWS,
                        key + " " + follower.id(),
                        follower.email(),
                        follower.language(),
                        "campaign-news",
                        Map.of(
                                "campaign",
                                campaign.title(),
                                "association",
                                campaign.association(),
                                "news",
                                news,
                                "count",
                                news.size(),
                                "page",
                                page,
                                "choices",
                                follower.language().to(follower.page()),
                                "journal",
                                follower.campaign().value().toString()),
                        null)
                .unsubscribe(follower.page() + "/arret");
    }
}
