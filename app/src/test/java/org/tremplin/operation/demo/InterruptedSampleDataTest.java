package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.association.Founding;
import org.tremplin.association.Memberships;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.capacity.Accompanying;
import org.tremplin.capacity.Agreeing;
import org.tremplin.capacity.Diagnosing;
import org.tremplin.capacity.Helping;
import org.tremplin.capacity.PartnerListing;
import org.tremplin.capacity.Planning;
import org.tremplin.capacity.PublicDiagnoses;
import org.tremplin.capacity.Returning;
import org.tremplin.donation.Giving;
import org.tremplin.donation.GivingBack;
import org.tremplin.donation.OfflineGiving;
import org.tremplin.identity.People;
import org.tremplin.patron.Presenting;
import org.tremplin.patron.Promising;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.file.Files;
import org.tremplin.platform.paper.Press;
import org.tremplin.transparency.Proving;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** The sample data after a first start that was stopped many times: the figures are those of one in one go. */
@TestApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedSampleDataTest extends SampleDataCapacity {

    @Autowired
    Purchases purchases;

    @Autowired
    Spending spending;

    @Autowired
    Proving proving;

    @Autowired
    Memberships memberships;

    @Autowired
    Audit audit;

    @Autowired
    Told told;

    @Autowired
    People people;

    @Autowired
    ShopOwner shopOwner;

    @Autowired
    Founding founding;

    @Autowired
    CampaignDesign design;

    @Autowired
    Files files;

    @Autowired
    Giving giving;

    @Autowired
    SimulatedBank bank;

    @Autowired
    OfflineGiving offline;

    @Autowired
    GivingBack givingBack;

    @Autowired
    Diagnosing diagnosing;

    @Autowired
    PartnerListing partners;

    @Autowired
    Helping helping;

    @Autowired
    Returning returning;

    @Autowired
    Accompanying accompanying;

    @Autowired
    Planning planning;

    @Autowired
    Agreeing agreeing;

    @Autowired
    PublicDiagnoses diagnoses;

    @Autowired
    Days days;

    @Autowired
    Correspondent correspondent;

    @Autowired
    Promising promising;

    @Autowired
    Presenting presenting;

    @Autowired
    Press press;

    @Autowired
    OneTeller oneTeller;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    TestClock clock;

    @BeforeAll
    void tellWithInterruptions() {
        // founding, joining, declaring, drafting, publishing, the first gifts: stopped before and after each
        for (int call = 1; call <= 14; call++) {
            stop(new Stop(call, call % 2 == 0));
        }
        stop(new Stop(30, true));
        stop(unheard("decide", "PAID", "set state = 'paid', paid_at = :now where state = 'open'"));
        // the club looks at itself
        stop(at("list", true));
        stop(at("conclude", true));
        // the first chapter is whole, the second not begun
        stop(new Stop(Integer.MAX_VALUE, false), new Stop(1, false), new Stop(1, false));
        assertThat(told.story().block().finished()).containsExactly("etoile");
        // the garden: a debit ordered, come and taken back, sheets, trips to the bank, a refund
        stop(unheard("decide", "PENDING", "set state = 'processing' where state = 'open'"));
        stop(unheard("decide", "CONFIRMED", "set state = 'paid', paid_at = :now where state = 'processing'"));
        for (String stage : List.of("enter", "deposit", "clear", "giveBack", "returnDebit")) {
            stop(at(stage, false));
            stop(at(stage, true));
        }
        // an amendment, an expense and its proof, tried by its author alone
        for (String stage : List.of("revise", "publish", "draft", "add", "reveal", "submit", "approve", "refuse")) {
            stop(at(stage, true));
        }
        // a partner lets itself be named
        stop(at("sayYes", true));
        stop(new Stop(20, true));
        stop(new Stop(60, true), new Stop(Integer.MAX_VALUE, false), new Stop(9, true));
        assertThat(told.story().block().finished()).containsExactlyInAnyOrder("etoile", "jardins");
        // the river asks for help
        stop(at("ask", true));
        // the river: what was announced comes, one cheque goes to the bank
        for (String stage : List.of("receive", "deposit")) {
            stop(at(stage, false));
            stop(at(stage, true));
        }
        // the shop and the river agree, its first transfer comes
        stop(at("agree", false));
        stop(at("agree", true));
        // a dossier for the foundation
        for (String stage : List.of("enclose", "present")) {
            stop(at(stage, false));
            stop(at(stage, true));
        }
        stop(at("receive", true));
        stop(at("visit", true));
        // somebody offers some
        stop(at("offer", false));
        stop(at("offer", true));
        sampleData.make().block();
    }

    /** The bank did it, and nobody heard of it. */
    private Stop unheard(String call, String argument, String change) {
        return new Stop(1, true) {
            @Override
            boolean counts(Method method, Object[] arguments) {
                return method.getName().equals(call) && arguments[1].toString().equals(argument);
            }

            @Override
            Mono<?> instead(Mono<?> real) {
                return database.sql("update payment.simulated_session "
                                + change.replace(":now", "timestamptz '" + clock.instant() + "'"))
                        .then();
            }
        };
    }

    /** At the next call of this name, before or after it. */
    private static Stop at(String call, boolean after) {
        return new Stop(1, after) {
            @Override
            boolean counts(Method method, Object[] arguments) {
                return method.getName().equals(call);
            }
        };
    }

    private void stop(Stop stop) {
        stop(stop, stop, stop);
    }

    /** A start that ends as each chapter's stop says, in the middle of what the pump was doing. */
    private void stop(Stop etoile, Stop jardins, Stop rivieres) {
        SampleData shaky = new SampleData(
                told,
                List.of(
                        new EtoileChapter(teller(etoile), days, donors(etoile), purchases, advised(etoile)),
                        new JardinsChapter(
                                teller(jardins),
                                days,
                                donors(jardins),
                                treasury(jardins),
                                new JardinsUse(purchases(jardins)),
                                advised(jardins)),
                        new RivieresChapter(
                                teller(rivieres),
                                days,
                                donors(rivieres),
                                treasury(rivieres),
                                purchases,
                                advised(rivieres),
                                shopOwner,
                                new Patron(
                                        rivieres.in(Promising.class, promising), associations, people, banks(rivieres)),
                                new Foundation(rivieres.in(Presenting.class, presenting), press, people))),
                days,
                donors(new Stop(Integer.MAX_VALUE, false)),
                oneTeller,
                clock,
                pump);
        assertThatThrownBy(() -> shaky.make().block()).hasMessage("stopped");
        database.sql("""
                update platform.delivery set claimed_until = now() + interval '60 seconds' where state = 'WAITING'
                """).then().block();
    }

    private Storyteller teller(Stop stop) {
        return new Storyteller(
                days,
                told,
                people,
                associations,
                stop.in(Founding.class, founding),
                payees,
                stop.in(CampaignDesign.class, design),
                campaigns,
                files,
                correspondent,
                pump,
                transaction);
    }

    private Advised advised(Stop stop) {
        return new Advised(
                days,
                people,
                stop.in(Diagnosing.class, diagnosing),
                stop.in(PartnerListing.class, partners),
                stop.in(Helping.class, helping),
                stop.in(Returning.class, returning),
                stop.in(CampaignDesign.class, design),
                associations,
                stop.in(Accompanying.class, accompanying),
                stop.in(Planning.class, planning),
                stop.in(Agreeing.class, agreeing),
                stop.in(PublicDiagnoses.class, diagnoses));
    }

    private Purchases purchases(Stop stop) {
        return new Purchases(
                stop.in(Spending.class, spending),
                stop.in(Proving.class, proving),
                campaigns,
                associations,
                memberships,
                audit);
    }

    private Donors donors(Stop stop) {
        return new Donors(stop.in(Giving.class, giving), banks(stop));
    }

    private Treasury treasury(Stop stop) {
        return new Treasury(
                stop.in(OfflineGiving.class, offline),
                stop.in(GivingBack.class, givingBack),
                donors(stop),
                associations,
                people,
                banks(stop));
    }

    private ObjectProvider<SimulatedBank> banks(Stop stop) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("bank", stop.in(SimulatedBank.class, bank));
        return beans.getBeanProvider(SimulatedBank.class);
    }

    /** Ends the story at one of the calls it makes, counted from 1. */
    private static class Stop {

        private final int at;
        private final boolean after;
        private int calls;

        /** @param after whether that call is still done */
        Stop(int at, boolean after) {
            this.at = at;
            this.after = after;
        }

        boolean counts(Method method, Object[] arguments) {
            return true;
        }

        Mono<?> instead(Mono<?> real) {
            return real;
        }

        <T> T in(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object answer = call(real, method, arguments);
                        if (!(answer instanceof Mono<?> done)) {
                            return answer;
                        }
                        return Mono.defer(() -> {
                            calls += counts(method, arguments) ? 1 : 0;
                            Mono<?> stopped = Mono.error(new IllegalStateException("stopped"));
                            return calls < at ? done : after ? instead(done).then(stopped) : stopped;
                        });
                    }));
        }

        private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
