package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.test.context.TestContextManager;
import org.tremplin.patron.pledge.PledgeGiftsWorld.Happening;
import org.tremplin.patron.pledge.PledgeGiftsWorld.What;
import org.tremplin.transparency.PromisedSupport;

/**
 * Gifts of {@code donation} and the instalments they pay, on the real tables: several for one, more than it, refunded whole
 * or in part, and come again. Whenever and however often it is told, no cent of a promise is lost or counted twice.
 */
@Tag("postgres")
class PledgeGiftsPropertyTest {

    private static final int MOST_GIFTS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static TestContextManager spring;
    private static PledgeGiftsWorld world;
    private static long began;
    private static boolean failed;

    /** jqwik knows no Spring: the application is asked for by hand. */
    @BeforeContainer
    static void start() throws Exception {
        spring = new TestContextManager(PledgeGiftsWorld.class);
        spring.beforeTestClass();
        world = new PledgeGiftsWorld();
        spring.prepareTestInstance(world);
        world.promise();
        began = System.nanoTime();
    }

    @AfterContainer
    static void stop() throws Exception {
        world.clock.reset();
        spring.afterTestClass();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void payWhatIsPromisedToTheCent(@ForAll("happenings") List<Happening> happenings, @ForAll long seed) {
        if (!failed && System.nanoTime() - began > LONGEST.toNanos()) {
            return;
        }
        failed = true;
        world.begin();
        for (Happening next : happenings) {
            world.happens(next);
            addsUp();
        }
        tellAll(new Random(seed));
        addsUp();
        isToldToThePublic();
        Pledge end = world.read();
        for (Instalment one : end.instalments()) {
            assertThat(one.netCents()).as("all of it is known now").isEqualTo(world.truth(one.number()));
            assertThat(one.receivedCents()).isEqualTo(Math.min(one.cents(), world.truth(one.number())));
        }
        allGoesBack(new Random(seed));
        failed = false;
    }

    private static void allGoesBack(Random random) {
        for (int gift = 0; gift <= MOST_GIFTS; gift++) {
            world.happens(new Happening(What.REFUND, gift, PledgeGiftsWorld.PROMISED));
        }
        tellAll(random);
        addsUp();
        isToldToThePublic();
        assertThat(world.read().receivedCents()).isZero();
    }

    /** Each gift twice, in any order. */
    private static void tellAll(Random random) {
        List<Integer> all = IntStream.rangeClosed(0, 2 * MOST_GIFTS + 1)
                .map(gift -> gift / 2)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, random);
        all.forEach(world::tell);
    }

    private static void addsUp() {
        Pledge now = world.read();
        assertThat(now.receivedCents()
                        + in(now, InstalmentState.AWAITED)
                        + in(now, InstalmentState.DUE)
                        + in(now, InstalmentState.LATE)
                        + in(now, InstalmentState.WITHDRAWN))
                .as("received, awaited, due, late and withdrawn")
                .isEqualTo(PledgeGiftsWorld.PROMISED);
        if (now.state() == PledgeState.WITHDRAWN) {
            assertThat(now.outstandingCents())
                    .as("nothing is hoped for any more")
                    .isZero();
        }
    }

    private static void isToldToThePublic() {
        PromisedSupport.Support told = world.told();
        assertThat(told.receivedCents() + told.awaitedCents() + told.dueCents() + told.withdrawnCents())
                .as("what the public reads")
                .isEqualTo(told.promisedCents())
                .isEqualTo(PledgeGiftsWorld.PROMISED);
        assertThat(told.lateCents())
                .isEqualTo(in(world.read(), InstalmentState.LATE))
                .isLessThanOrEqualTo(told.dueCents());
    }

    private static long in(Pledge pledge, InstalmentState state) {
        return pledge.instalments().stream()
                .filter(one -> one.state(world.today()) == state)
                .mapToLong(Instalment::restCents)
                .sum();
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(2, What.SETTLE),
                                Tuple.of(5, What.PAY),
                                Tuple.of(3, What.TELL),
                                Tuple.of(2, What.REFUND),
                                Tuple.of(1, What.COME_AGAIN),
                                Tuple.of(1, What.RELEASE),
                                Tuple.of(2, What.WITHDRAW),
                                Tuple.of(1, What.WAIT)),
                        Arbitraries.integers().between(0, MOST_GIFTS),
                        // an instalment is of 250 or of 150 euros
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.of(15_000L, 25_000L)),
                                Tuple.of(2, Arbitraries.longs().between(100, 30_000))))
                .as(Happening::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(18);
    }
}
