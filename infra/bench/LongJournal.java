import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A campaign with a journal and books of any length, written by SQL as the application would have: a gift and its fee in
 * turn over two years, each a leaf with its hash, its place in the tree and its entries in the ledger. verify-journal
 * holds them to be sound.
 */
final class LongJournal {

    private final Postgres postgres;
    private final String database;
    private final UUID campaign;
    private final String origin;
    private long size;

    LongJournal(Postgres postgres, String database, UUID campaign) {
        this.postgres = postgres;
        this.database = database;
        this.campaign = campaign;
        this.origin = "localhost/c/" + campaign;
    }

    long size() {
        return size;
    }

    String slug() throws SQLException {
        return of("slug from campaign.campaign where id = ");
    }

    String association() throws SQLException {
        return of("slug from association.association where id = (select association_id from campaign.campaign where id = ");
    }

    /** Code of a line of its budget, on which one gift in four stands. */
    String line() throws SQLException {
        return of("line from transparency.entry where kind = 'gift' and line is not null and campaign = ");
    }

    private String of(String what) throws SQLException {
        return postgres.text(database, "select " + what + "'" + campaign + "'" + (what.contains("(") ? ")" : "") + " limit 1");
    }

    /** Of somebody who may take the books away, on a device that is confirmed. */
    String session() throws SQLException {
        String token = "bench-" + UUID.randomUUID();
        postgres.command(database, """
                insert into platform.session (token_hash, person_id, created_at, last_used_at, second_factor_at, address_block)
                select sha256('%s'::bytea), member.person_id, now(), now(), now(), '127.0.0.0/24'
                from association.member join campaign.campaign using (association_id)
                where campaign.id = '%s' and member.role = 'TREASURER' limit 1
                """.formatted(token, campaign));
        return token;
    }

    /** @param entries of the journal, an even number */
    void fill(long entries) throws SQLException {
        size = entries;
        postgres.command(database, "create table if not exists public.told (seq bigint, gift boolean, day date, cents bigint,"
                + " line uuid, code text, random bytea, name text, source uuid, leaf bytea)");
        postgres.command(database, "truncate public.told");
        run("""
                insert into public.told (seq, gift, day, cents, line, random, name, source)
                select seq, seq % 2 = 0, date '2025-01-01' + (seq * 680 / SIZE)::int,
                  case when seq % 2 = 0 then 500 + (seq * 7919) % 30000 + case when seq % 500 = 0 then 300000 else 0 end
                    else 25 + (seq * 31) % 400 end,
                  case when seq % 8 = 0 then lines.chosen when seq % 2 = 1 then lines.costs end,
                  case when seq % 16 = 0 then sha256(convert_to('random ' || seq, 'UTF8')) end,
                  case when seq % 16 = 0 then (array['Zoë', 'Amina', 'Léo', '=1+1'])[1 + (seq / 16) % 4] end,
                  gen_random_uuid()
                from generate_series(0::bigint, SIZE - 1) seq, (
                  select (array_agg((line ->> 'id')::uuid) filter (where not (line ->> 'collectionCosts')::boolean))[1] as chosen,
                    (array_agg((line ->> 'id')::uuid) filter (where (line ->> 'collectionCosts')::boolean))[1] as costs
                  from campaign.edition, jsonb_array_elements(plan::jsonb -> 'lines') line
                  where campaign_id = 'CAMPAIGN') lines
                """);
        run("update public.told set code = left(encode(sha256(convert_to('CAMPAIGN/' || line, 'UTF8')), 'hex'), 8)");
        run("""
                update public.told set leaf = convert_to('{"cents":' || cents
                  || case when name is null then '' else ',"commitments":{"name":"'
                    || encode(sha256('\\x02'::bytea || random || convert_to(name, 'UTF8')), 'hex') || '"}' end
                  || ',"crod":"' || case when gift then 'P1.2.a' else 'C2.1' end || '","currency":"EUR","day":"' || day
                  || '","kind":"' || case when gift then 'gift' else 'fee' end || '"'
                  || case when code is null then '' else ',"line":"' || code || '"' end
                  || case when gift then '' else ',"refs":[' || seq - 1 || ']' end || ',"seq":' || seq || ',"v":1}', 'UTF8')
                """);
        run("insert into transparency.journal (campaign, origin) values ('CAMPAIGN', '" + origin + "')");
        run("""
                insert into transparency.leaf (campaign, seq, bytes, hash, source_kind, source_id, purpose)
                select 'CAMPAIGN', seq, leaf, sha256('\\x00'::bytea || leaf), 'bench', source, 'told' from public.told
                """);
        run("""
                insert into transparency.entry (campaign, seq, kind, day, month, cents, line, band)
                select 'CAMPAIGN', seq, case when gift then 'gift' else 'fee' end, day,
                  (extract(year from day) * 100 + extract(month from day))::int, cents, code, transparency.band(cents)
                from public.told
                """);
        run("""
                insert into transparency.commitment_text (campaign, seq, name, random, text)
                select 'CAMPAIGN', seq, 'name', random, name from public.told where name is not null
                """);
        // a plan for an empty table would join each level row by row
        postgres.command(database, "analyze transparency.leaf");
        tree();
        books();
        postgres.command(database, "drop table public.told");
    }

    /** Level by level, then the right edge. */
    private void tree() throws SQLException {
        long whole = size / 2;
        for (int level = 1; whole > 0; level++, whole /= 2) {
            String below = level == 1
                    ? "select seq as place, hash from transparency.leaf where campaign = 'CAMPAIGN'"
                    : "select place, hash from transparency.node where campaign = 'CAMPAIGN' and level = " + (level - 1);
            run("insert into transparency.node (campaign, level, place, hash) select 'CAMPAIGN', " + level
                    + ", l.place / 2, sha256('\\x01'::bytea || l.hash || r.hash) from (" + below + ") l join (" + below
                    + ") r on r.place = l.place + 1 where l.place % 2 = 0");
            postgres.command(database, "analyze transparency.node");
        }
        run("""
                update transparency.journal journal set next_seq = SIZE, edge = (
                  select string_agg(coalesce(node.hash, leaf.hash), ''::bytea order by bit.level desc)
                  from generate_series(0, 40) as bit(level)
                  left join transparency.node node on node.campaign = 'CAMPAIGN' and node.level = bit.level
                    and node.place = (SIZE::bigint >> bit.level) - 1
                  left join transparency.leaf leaf on bit.level = 0 and leaf.campaign = 'CAMPAIGN' and leaf.seq = SIZE - 1
                  where (SIZE::bigint >> bit.level) & 1 = 1)
                where campaign = 'CAMPAIGN'
                """);
    }

    /** A transaction and its entries in one statement, as posting does. */
    private void books() throws SQLException {
        run("""
                with posted as (
                  insert into ledger.transaction (id, association_id, journal, occurred_on, recorded_at, source_kind,
                    source_id, purpose, label_code)
                  select source, (select association_id from campaign.campaign where id = 'CAMPAIGN'), 'DONS', day, now(),
                    'donation', source, case when gift then 'settled' else 'fee' end, case when gift then 'gift' else 'fee' end
                  from public.told)
                insert into ledger.entry (transaction_id, line_no, account, cents, currency, campaign_id, budget_line_id,
                  crod, public_generosity)
                select source, side, case when side = 1 then case when gift then '5115' else '627' end
                    else case when gift then '75411' else '5115' end end,
                  case when side = 1 then cents else -cents end, 'EUR', 'CAMPAIGN',
                  case when (side = 2) = gift then line end,
                  case when side = 2 and gift then 'P1.2.a' when side = 1 and not gift then 'C2.1' end, true
                from public.told, generate_series(1, 2) side
                """);
    }

    private void run(String sql) throws SQLException {
        postgres.command(database, sql.replace("CAMPAIGN", campaign.toString()).replace("SIZE", Long.toString(size)));
    }
}
