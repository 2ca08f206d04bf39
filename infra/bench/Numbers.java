import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * What the way of a gift costs, beside plain SQL on the same PostgreSQL: see README.md. All parts run in turn, several
 * rounds after a warm-up, and medians are printed with what they should be.
 */
public class Numbers {

    private static final String INTAKE = "intake";
    private static final String LEDGER = "ledger";

    private final Options options;
    private final Postgres postgres;
    private final PreparedGifts gifts;
    private final Application intake;
    private final Application ledger;
    private final Pgbench pgbench;
    private final List<UUID> hot;
    private final List<UUID> spread;

    private final List<Rate> plainHot = new ArrayList<>();
    private final List<Rate> plainSpread = new ArrayList<>();
    private final List<Rate> taken = new ArrayList<>();
    private final List<Ledger> settledHot = new ArrayList<>();
    private final List<Ledger> settledSpread = new ArrayList<>();
    private final List<double[]> answers = new ArrayList<>();

    public static void main(String[] args) {
        try {
            run(args);
        } catch (Exception failure) {
            failure.printStackTrace();
            // threads of the small Stripe would go on
            System.exit(2);
        }
    }

    private static void run(String[] args) throws Exception {
        Options options = new Options(args);
        Path work = Files.createDirectories(options.path("work").resolve("numbers"));
        try (Postgres postgres = new Postgres(work);
                PreparedGifts gifts = new PreparedGifts()) {
            World.make(postgres, options.path("jar"), work);
            World.copy(postgres, INTAKE);
            World.copy(postgres, LEDGER);
            // the same way, the one with its pump off: so that taking in is measured alone
            try (Application intake = application(options, work, INTAKE, postgres, gifts, "tremplin.pump.enabled=false");
                    Application ledger = application(options, work, LEDGER, postgres, gifts, "tremplin.pump.enabled=true")) {
                intake.start();
                ledger.start();
                new Numbers(options, work, postgres, gifts, intake, ledger).run();
            }
        }
        // the threads of the small Stripe would go on
        System.exit(0);
    }

    private static Application application(
            Options options, Path work, String name, Postgres postgres, PreparedGifts gifts, String pump)
            throws Exception {
        return new Application(
                options.path("jar"), work, name, postgres.port, name,
                Application.stripe(gifts.baseUrl(), pump, "tremplin.payment.sweep-interval=PT0S"));
    }

    private Numbers(
            Options options, Path work, Postgres postgres, PreparedGifts gifts, Application intake, Application ledger)
            throws Exception {
        this.options = options;
        this.postgres = postgres;
        this.gifts = gifts;
        this.intake = intake;
        this.ledger = ledger;
        int campaigns = options.number("campaigns", 50);
        pgbench = new Pgbench(postgres, work, options.number("clients", 16), campaigns);
        String slug = World.campaign(postgres, LEDGER);
        spread = PreparedGifts.campaigns(postgres, LEDGER, slug, campaigns);
        hot = spread.subList(0, 1);
    }

    private void run() throws Exception {
        int warm = options.number("warm", 60);
        say("warming up each application for %d s", warm);
        intake(warm);
        long until = System.nanoTime() + warm * 1_000_000_000L;
        while (System.nanoTime() < until) {
            ledger(spread, options.number("gifts", 6000) / 3);
        }
        for (int round = 1; round <= options.number("rounds", 3); round++) {
            round(options.number("seconds", 20), options.number("gifts", 6000));
            say("round %d: pgbench %.0f/s, intake %.0f/s, settled %.0f/s on one campaign, %.0f/s spread, p99 %.1f ms",
                    round, last(plainHot).perSecond(), last(taken).perSecond(), last(settledHot).rate().perSecond(),
                    last(settledSpread).rate().perSecond(), at(last(answers), 0.99));
        }
        report();
    }

    private void round(int seconds, int count) throws Exception {
        plainHot.add(pgbench.hot(seconds));
        taken.add(intake(seconds));
        settledHot.add(ledger(hot, count));
        plainSpread.add(pgbench.spread(seconds));
        settledSpread.add(ledger(spread, count));
        answers.add(answers(seconds));
    }

    /** (a) events of gifts that were begun, answered once they are on disk; nothing is done with them. */
    private Rate intake(int seconds) throws Exception {
        // the pump is off: which gift an event settles does not matter, only that each is another event
        PreparedGifts.Gift any = new PreparedGifts.Gift(UUID.randomUUID(), UUID.randomUUID(), hot.get(0));
        double database = Cpu.ofAll(postgres.pid());
        double application = Cpu.of(intake.pid());
        try (Senders senders = new Senders(intake.port, options.number("connections", 64))) {
            Senders.Sent sent = senders.asFastAsAnswered(Integer.MAX_VALUE, i -> gifts.completed(any), seconds);
            check(sent);
            return new Rate(
                    sent.good() / sent.seconds(),
                    Cpu.ofAll(postgres.pid()) - database,
                    Cpu.of(intake.pid()) - application,
                    sent.good());
        }
    }

    /** (b) and (c): events of prepared gifts, and the pump until nothing is left. */
    private Ledger ledger(List<UUID> campaigns, int count) throws Exception {
        boolean fees = options.text("fees", "true").equals("true");
        List<PreparedGifts.Gift> prepared = gifts.prepare(postgres, LEDGER, campaigns, count);
        long before = settled();
        int each = fees ? 2 : 1;
        double database = Cpu.ofAll(postgres.pid());
        double application = Cpu.of(ledger.pid());
        try (Senders senders = new Senders(ledger.port, options.number("connections", 64))) {
            Senders.Sent sent = senders.asFastAsAnswered(
                    each * count,
                    i -> i % each == 0 ? gifts.completed(prepared.get(i / each)) : gifts.charged(prepared.get(i / each)),
                    3_600);
            check(sent);
            long meanwhile = settled() - before;
            double all = 0;
            while (World.waits(postgres, LEDGER) || settled() < before + count) {
                if (all == 0 && settled() == before + count) {
                    all = (System.nanoTime() - sent.start()) / 1e9;
                }
                Thread.sleep(50);
            }
            double nothingLeft = (System.nanoTime() - sent.start()) / 1e9;
            return new Ledger(
                    new Rate(
                            count / nothingLeft,
                            Cpu.ofAll(postgres.pid()) - database,
                            Cpu.of(ledger.pid()) - application,
                            count),
                    sent.good() / sent.seconds(),
                    meanwhile / sent.seconds(),
                    count / (all == 0 ? nothingLeft : all));
        }
    }

    /** (d) answers while gifts come at a steady rate, with all that follows from them. */
    private double[] answers(int seconds) throws Exception {
        int rate = options.number("rate", 100);
        List<PreparedGifts.Gift> prepared = gifts.prepare(postgres, LEDGER, spread, rate * seconds);
        try (Senders senders = new Senders(ledger.port, 64)) {
            double[] took = senders.atRate(rate, rate * seconds, i -> gifts.completed(prepared.get(i)));
            while (World.waits(postgres, LEDGER)) {
                Thread.sleep(50);
            }
            return took;
        }
    }

    private long settled() throws Exception {
        return postgres.number(LEDGER, "select coalesce(sum(gifts), 0)::bigint from ledger.total");
    }

    private static void check(Senders.Sent sent) {
        if (sent.refused() > 0) {
            throw new IllegalStateException(sent.refused() + " events were not answered with 2xx");
        }
    }

    private void report() throws Exception {
        Rate plain = median(plainHot, Rate::perSecond);
        Rate in = median(taken, Rate::perSecond);
        Ledger one = median(settledHot, ledger -> ledger.rate().perSecond());
        Ledger many = median(settledSpread, ledger -> ledger.rate().perSecond());
        Rate plainMany = median(plainSpread, Rate::perSecond);
        double[] p99 = answers.stream().mapToDouble(took -> at(took, 0.99)).sorted().toArray();
        say("");
        say("medians of %d rounds; %d processors, JDK %s, PostgreSQL %s", taken.size(),
                Runtime.getRuntime().availableProcessors(), Runtime.version(),
                postgres.text("postgres", "show server_version"));
        say("%-46s %10s %10s %12s %12s", "", "a second", "us CPU", "of database", "of client");
        line("pgbench, one counter", plain);
        line("pgbench, counters spread", plainMany);
        line("(a) intake, answered 2xx", in);
        line("(b) to the ledger, one campaign", one.rate());
        line("(b) to the ledger, spread", many.rate());
        say("");
        verdict("(a) rate against pgbench", 100 * in.perSecond() / plain.perSecond(), "%", 150, true);
        verdict("(a) CPU each against pgbench", in.cost() / plain.cost(), "x", 0.5, false);
        verdict("(b) settled gifts a second, nothing left", one.rate().perSecond(), "/s", 350, true);
        say("    until all are settled %.0f/s; CPU each %.2f x pgbench's; while events came: %.0f taken in, %.0f settled a second",
                one.allSettled(), one.rate().cost() / plain.cost(), one.takenIn(), one.settledMeanwhile());
        verdict("(c) one campaign against spread", 100 * one.rate().perSecond() / many.rate().perSecond(), "%", 90, true);
        verdict("(d) answer p99 at " + options.number("rate", 100) + " events/s", p99[p99.length / 2], "ms", 250, false);
        say("    p50 %.1f ms, slowest %.1f ms", at(last(answers), 0.5), at(last(answers), 1));
    }

    private static void line(String name, Rate rate) {
        say("%-46s %10.0f %10.0f %12.0f %12.0f", name, rate.perSecond(), rate.cost(), rate.databaseCost(), rate.clientCost());
    }

    private static void verdict(String what, double measured, String unit, double aim, boolean atLeast) {
        say("%-46s %10.2f %s, aim %s %.1f: %s", what, measured, unit, atLeast ? ">=" : "<=", aim,
                (atLeast ? measured >= aim : measured <= aim) ? "met" : "NOT MET");
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    private static <T> T median(List<T> all, ToDoubleFunction<T> by) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(java.util.Comparator.comparingDouble(by));
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /**
     * @param rate gifts until nothing is left to do
     * @param takenIn events answered a second while they came
     * @param settledMeanwhile gifts settled a second while events came
     * @param allSettled gifts a second until the last is settled, whatever else waits
     */
    private record Ledger(Rate rate, double takenIn, double settledMeanwhile, double allSettled) {}
}
