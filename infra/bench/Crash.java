import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tremplin.payment.FakeStripe;

/**
 * Pulls the plug of the application and of its database while gifts come, and looks afterwards whether the books are
 * whole: see README.md.
 */
public class Crash {

    private static final String DATABASE = "crash";
    private static final int DONORS = 4;

    /** What happens to the server. The first three kill. */
    private enum Plug {
        APPLICATION,
        DATABASE,
        BOTH,
        LINE_CUT,
        LINE_FROZEN,
        LINE_SWALLOWS,
        DATABASE_FROZEN,
        APPLICATION_FROZEN;

        boolean kills() {
            return this == APPLICATION || this == DATABASE || this == BOTH;
        }
    }

    private final Random random;
    private final Postgres postgres;
    private final TcpLine line;
    private final Application application;

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
        long seed = options.number("seed", System.nanoTime() & 0xffffff);
        System.out.println("seed=" + seed + " (the same seed pulls the same plugs in the same order)");
        Path work = Files.createDirectories(options.path("work").resolve("crash"));
        List<String> wrong;
        try (Postgres postgres = new Postgres(work);
                TcpLine line = new TcpLine(postgres.port);
                FakeStripe stripe = new FakeStripe(Clock.systemUTC(), 100)) {
            World.make(postgres, options.path("jar"), work);
            World.copy(postgres, DATABASE);
            try (Application application = new Application(
                    options.path("jar"), work, "application", line.port(), DATABASE,
                    Application.stripe(stripe.baseUrl(), "tremplin.payment.sweep-interval=PT20S"))) {
                wrong = new Crash(seed, postgres, line, application).run(options, stripe);
            }
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(System.out::println);
            System.out.println("NOT WHOLE after seed=" + seed + "; logs in " + work);
            System.exit(1);
        }
        System.out.println("all is whole");
        System.exit(0);
    }

    private Crash(long seed, Postgres postgres, TcpLine line, Application application) {
        this.random = new Random(seed);
        this.postgres = postgres;
        this.line = line;
        this.application = application;
    }

    private List<String> run(Options options, FakeStripe stripe) throws Exception {
        // the money of the sample data lies at the provider, as far as the books know
        stripe.heldBefore(postgres.number(DATABASE, Books.HELD));
        long before = postgres.number(DATABASE, Books.SETTLED);
        application.start();
        Donors donors = new Donors(application, World.campaign(postgres, DATABASE), stripe);
        Courier courier = new Courier(application, stripe, random.nextLong());
        donors.start(DONORS, random.nextLong());
        courier.start();
        for (Plug plug : plugs(options.number("kills", 3))) {
            Thread.sleep(2_000 + random.nextInt(4_000));
            System.out.printf(Locale.ROOT, "%d sessions, %d events taken: %s%n",
                    stripe.sessions().size(), courier.answered.size(), plug.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            pull(plug);
        }
        Thread.sleep(3_000);
        donors.stop();
        courier.stop();
        System.out.printf(Locale.ROOT, "%d forms, %d sessions, %d paid; %d events taken, %d lost on purpose%n",
                donors.keys.size(), stripe.sessions().size(), stripe.paid().size(), courier.answered.size(), courier.lost);
        Books books = new Books(postgres, DATABASE, application, stripe, donors, courier, before);
        return books.settleAndCheck(Duration.ofSeconds(options.number("patience", 300)));
    }

    /** As many kills as asked for, the other troubles between them. */
    private List<Plug> plugs(int kills) {
        List<Plug> killing = new ArrayList<>();
        List<Plug> others = new ArrayList<>();
        while (killing.size() < kills) {
            List<Plug> all = new ArrayList<>(List.of(Plug.values()));
            Collections.shuffle(all, random);
            all.stream().filter(Plug::kills).forEach(killing::add);
            all.stream().filter(plug -> !plug.kills()).forEach(others::add);
        }
        List<Plug> plugs = new ArrayList<>(killing.subList(0, kills));
        plugs.addAll(others.subList(0, Math.min(others.size(), Math.max(5, kills))));
        Collections.shuffle(plugs, random);
        return plugs;
    }

    private void pull(Plug plug) throws Exception {
        int pause = 500 + random.nextInt(4_000);
        switch (plug) {
            case APPLICATION -> {
                application.kill();
                application.start();
            }
            case DATABASE -> {
                postgres.kill();
                Thread.sleep(pause);
                postgres.start();
            }
            case BOTH -> {
                if (random.nextBoolean()) {
                    postgres.kill();
                    application.kill();
                } else {
                    application.kill();
                    postgres.kill();
                }
                postgres.start();
                application.start();
            }
            case LINE_CUT -> {
                line.cut(true);
                Thread.sleep(pause);
                line.cut(false);
            }
            case LINE_FROZEN -> {
                line.frozen(true);
                Thread.sleep(pause);
                line.frozen(false);
            }
            case LINE_SWALLOWS -> line.swallow();
            case DATABASE_FROZEN -> {
                postgres.frozen(true);
                Thread.sleep(pause);
                postgres.frozen(false);
            }
            case APPLICATION_FROZEN -> {
                application.frozen(true);
                Thread.sleep(pause);
                application.frozen(false);
            }
            default -> throw new IllegalStateException(plug.name());
        }
    }
}
