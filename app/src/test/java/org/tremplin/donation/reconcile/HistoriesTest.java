package org.tremplin.donation.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.test.context.TestContextManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Any order, repetition, delay and loss of the events of any history leads to the same books, with one pump and with two.
 * {@code -Dhistories.tries=200} looks longer; without it, it ends after twenty seconds.
 */
@Tag("postgres")
class HistoriesTest {

    private static final int MOST = 10_000;
    private static final Integer TRIES = Integer.getInteger("histories.tries");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static TestContextManager spring;
    private static World world;
    private static long began;
    private static int tried;
    private static boolean failed;

    /** jqwik knows no Spring: the application is asked for by hand. */
    static final class World extends ToldInManyWays {}

    @BeforeContainer
    static void start() throws Exception {
        spring = new TestContextManager(World.class);
        spring.beforeTestClass();
        world = new World();
        spring.prepareTestInstance(world);
        began = System.nanoTime();
    }

    @AfterContainer
    static void stop() throws Exception {
        world.close();
        spring.afterTestClass();
    }

    @Property(tries = MOST, edgeCases = EdgeCasesMode.NONE)
    void leadToTheSameBooksHoweverTheyAreTold(
            @ForAll("histories") List<Life> history, @ForAll long seed, @ForAll @IntRange(min = 1, max = 2) int pumps) {
        if (enough()) {
            return;
        }
        failed = true;
        happens(history);
        world.stripe.events().forEach(world::tell);
        world.soonAgain();
        world.sweep();
        List<String> plainly = outcome();

        happens(history);
        tell(new Random(seed), pumps);
        assertThat(outcome()).isEqualTo(plainly);
        assertThat(world.count("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
        failed = false;
    }

    /** Once one failed, jqwik asks again for smaller ones. */
    private static boolean enough() {
        boolean over = TRIES == null ? System.nanoTime() - began > LONGEST.toNanos() : tried >= TRIES;
        tried++;
        return over && !failed;
    }

    @Provide
    Arbitrary<List<Life>> histories() {
        return Combinators.combine(
                        Arbitraries.longs().between(500, 20_000),
                        Arbitraries.of(Life.Way.class),
                        Arbitraries.integers().between(0, 90))
                .as(Life::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    private static void happens(List<Life> history) {
        world.world();
        for (Life life : history) {
            life.happen(world.stripe, world.start(life.cents()), () -> world.pass(Duration.ofMinutes(life.minutes())));
        }
        world.stripe.refund(world.stripe.foreignCharge(4_200, Map.of("order", "17")), 700);
        world.stripe.billed(199);
        world.stripe.payOut(1_234);
    }

    /** Two in ten are lost, two come twice, two after the first sweep; the pumps work while they come. */
    private static void tell(Random random, int pumps) {
        List<String> early = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (String event : world.stripe.events()) {
            int fate = random.nextInt(10);
            if (fate > 1) {
                (fate < 4 ? late : early).add(event);
            }
            if (fate > 7) {
                (random.nextBoolean() ? late : early).add(event);
            }
        }
        Collections.shuffle(early, random);
        Collections.shuffle(late, random);
        tell(early, pumps);
        world.sweep();
        tell(late, pumps);
        world.soonAgain();
        world.sweep();
    }

    private static void tell(List<String> events, int pumps) {
        Mono<Void> telling =
                Mono.<Void>fromRunnable(() -> events.forEach(world::tell)).subscribeOn(Schedulers.boundedElastic());
        Flux.range(0, pumps)
                .flatMap(pump -> world.drain().repeat(2), pumps)
                .then()
                .and(telling)
                .block();
        Flux.range(0, pumps).flatMap(pump -> world.drain(), pumps).then().block();
    }

    private static List<String> outcome() {
        List<String> all = new ArrayList<>(world.books("true"));
        all.addAll(world.totals());
        all.addAll(world.states());
        all.add("thanks " + world.thanks());
        all.add("alarms " + world.texts("select kind as line from platform.alarm order by 1"));
        return all;
    }
}
