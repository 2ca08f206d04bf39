package org.tremplin.patron.evaluation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Campaigns;
import org.tremplin.patron.Considering;
import org.tremplin.patron.company.Companies;
import org.tremplin.patron.evaluation.Threads.Conversation;
import org.tremplin.patron.evaluation.Threads.Side;
import reactor.core.publisher.Mono;

/** What the pages of an account do, at once. */
@Component
class ConsideredAtOnce implements Considering {

    private final Companies companies;
    private final KeptLists lists;
    private final Threads threads;
    private final Asking asking;
    private final Campaigns campaigns;

    ConsideredAtOnce(Companies companies, KeptLists lists, Threads threads, Asking asking, Campaigns campaigns) {
        this.companies = companies;
        this.lists = lists;
        this.threads = threads;
        this.asking = asking;
        this.campaigns = campaigns;
    }

    @Override
    public Mono<Void> open(UUID person, String firm) {
        return companies.found(firm, person);
    }

    @Override
    public Mono<Void> keep(UUID person, String name, String query) {
        return companies
                .at(person)
                .flatMap(seat -> lists.of(seat.company().id())
                        .any(kept -> kept.name().equals(name))
                        .filter(known -> !known)
                        .flatMap(fresh -> lists.keep(seat.company().id(), KeptLists.Kind.COMPARISON, name, query))
                        .then());
    }

    @Override
    public Mono<Void> ask(UUID person, String slug, String question) {
        return companies
                .at(person)
                .flatMap(seat -> conversation(person, slug)
                        .hasElement()
                        .filter(begun -> !begun)
                        .flatMap(fresh -> campaigns.findPublished(slug))
                        .flatMap(campaign -> asking.ask(seat, campaign, question))
                        .then());
    }

    @Override
    public Mono<Void> answer(UUID member, UUID asker, String slug, String answer) {
        return conversation(asker, slug)
                .filterWhen(thread -> threads.words(List.of(thread.id())).all(word -> word.side() == Side.PATRON))
                .flatMap(thread -> asking.answer(thread, member, answer))
                .then();
    }

    private Mono<Conversation> conversation(UUID person, String slug) {
        return Mono.zip(companies.at(person), campaigns.findPublished(slug))
                .flatMap(read -> threads.find(
                        read.getT1().company().id(), read.getT2().campaign().id()));
    }
}
