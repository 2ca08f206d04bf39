package org.tremplin.campaign.vote;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.notification.Mail;
import org.tremplin.platform.web.DayText;

/**
 * The mails with a personal link. They hold the name of the association and, for a member with an account, that of the
 * campaign, and nothing else that was typed: an address may be anybody's.
 */
@Component
class VoteMails {

    Mail asked(BoardVote vote, Voter voter, Association association) {
        return mail("campaign.vote", false, vote, voter, association);
    }

    Mail reminder(BoardVote vote, Voter voter, Association association) {
        return mail("campaign.vote-reminder", true, vote, voter, association);
    }

    private static Mail mail(String kind, boolean again, BoardVote vote, Voter voter, Association association) {
        return Mail.of(
                        kind,
                        voter.id(),
                        voter.email(),
                        voter.language(),
                        "board-vote",
                        Map.of(
                                "again",
                                again,
                                "association",
                                association.name(),
                                "campaign",
                                voter.typed() ? "" : vote.ballot().title(),
                                "until",
                                DayText.text(
                                        vote.lastDay(association.zone()),
                                        voter.language().locale()),
                                "page",
                                voter.language().to(voter.page())))
                .usefulUntil(vote.endsAt());
    }
}
