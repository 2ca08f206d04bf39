import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the same PostgreSQL does when each gift is one transaction of plain SQL. */
final class Pgbench {

    private static final String DATABASE = "plain";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String GIFT = """
            \\set gift random(1, 9000000000000000000)
            begin;
            insert into event (id, payload) values (:gift, decode(repeat('2d', 2500), 'hex')) on conflict do nothing;
            insert into gift (id, cents, state) values (:gift, 5000, 'SETTLED') on conflict do nothing;
            insert into entry (gift, line, account, cents) values (:gift, 1, '5115', 5000), (:gift, 2, '75411', -5000),
              (:gift, 3, '627', 100), (:gift, 4, '5115', -100) on conflict do nothing;
            update counter set cents = cents + 5000, gifts = gifts + 1 where campaign = %s;
            commit;
            """;

    private final Postgres postgres;
    private final int clients;
    private final Path hot;
    private final Path spread;

    Pgbench(Postgres postgres, Path work, int clients, int campaigns) throws Exception {
        this.postgres = postgres;
        this.clients = clients;
        postgres.command("postgres", "create database " + DATABASE);
        postgres.command(DATABASE, """
                create table event (id bigint primary key, payload bytea not null);
                create table gift (id bigint primary key, cents bigint not null, state text not null);
                create table entry (gift bigint, line int, account text not null, cents bigint not null,
                  primary key (gift, line));
                create table counter (campaign int primary key, cents bigint not null, gifts bigint not null);
                insert into counter select n, 0, 0 from generate_series(1, %d) n;""".formatted(campaigns));
        hot = Files.writeString(work.resolve("hot.sql"), GIFT.formatted("1"));
        spread = Files.writeString(
                work.resolve("spread.sql"), "\\set campaign random(1, %d)\n".formatted(campaigns) + GIFT.formatted(":campaign"));
    }

    Rate hot(int seconds) throws Exception {
        return run(hot, seconds);
    }

    Rate spread(int seconds) throws Exception {
        return run(spread, seconds);
    }

    private Rate run(Path script, int seconds) throws Exception {
        double server = Cpu.ofAll(postgres.pid());
        // ended children count for this program once they ended
        double client = Cpu.of(ProcessHandle.current().pid());
        double mine = Cpu.mine();
        String said = Postgres.run(List.of(
                Postgres.BIN.resolve("pgbench").toString(), "-n", "-h", "127.0.0.1", "-p", String.valueOf(postgres.port),
                "-U", "postgres", "-c", String.valueOf(clients), "-j", "2", "-T", String.valueOf(seconds), "-f",
                script.toString(), DATABASE));
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException(said);
        }
        double tps = Double.parseDouble(rate.group(1));
        return new Rate(
                tps,
                Cpu.ofAll(postgres.pid()) - server,
                Cpu.of(ProcessHandle.current().pid()) - client - (Cpu.mine() - mine),
                tps * seconds);
    }
}
