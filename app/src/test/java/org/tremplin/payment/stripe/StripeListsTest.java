package org.tremplin.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.payment.checkout.Provider.Kind;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.checkout.Provider.Page;

class StripeListsTest {

    @Test
    void cutsEventsOutOfTheListAsTheyWereWritten() {
        String first =
                "{ \"id\": \"evt_1\",\n  \"type\":\"charge.updated\", \"data\" : {\"object\":{\"a\":[1,{\"b\":\"é }]\"}],\"n\":1.50}}}";
        String second = "{\"id\":\"evt_2\",\"x\":\"\\u00e9\\u0000\"}";
        Page<byte[]> page = StripeLists.events(
                "{\"object\":\"list\", \"url\":\"/v1/events\",\"meta\":{\"data\":[{}]},\n \"data\": [ %s ,\n%s],\"has_more\":true}"
                        .formatted(first, second));
        assertThat(page.items().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .containsExactly(first, second);
        assertThat(page.next()).isEqualTo("evt_2");
    }

    @Test
    void endsWithTheLastPage() {
        assertThat(StripeLists.events("{\"data\":[],\"has_more\":false}").next())
                .isNull();
        assertThat(StripeLists.events("{\"data\":[{\"id\":\"evt_1\"}],\"has_more\":false}")
                        .next())
                .isNull();
    }

    @Test
    void readsWhoseChargeAMovementIs() {
        UUID payment = UUID.randomUUID();
        Page<Moved> page = StripeLists.movements("""
                {"data":[
                {"id":"txn_1","amount":5000,"fee":100,"net":4900,"currency":"eur","created":1763370000,"type":"charge",
                 "reporting_category":"charge","source":{"id":"ch_1","object":"charge","amount":5000,"currency":"eur",
                 "status":"succeeded","created":1763369999,"payment_intent":{"id":"pi_1"},
                 "payment_method_details":{"type":"card"},"metadata":{"instance":"abc","payment":"%s"}}},
                {"id":"txn_2","amount":-4900,"fee":0,"currency":"eur","created":1763370001,"type":"payout",
                 "reporting_category":"payout","source":"po_1"},
                {"id":"txn_3","amount":-7,"fee":0,"currency":"eur","created":1763370002,"type":"stripe_fee",
                 "reporting_category":"fee","source":null}],"has_more":false}""".formatted(payment));
        Moved charge = page.items().get(0);
        assertThat(charge.charge().payment()).isEqualTo(payment);
        assertThat(charge.charge().intent()).isEqualTo("pi_1");
        assertThat(charge.charge().paidAt()).isEqualTo(Instant.ofEpochSecond(1_763_369_999));
        assertThat(charge.feeCents()).isEqualTo(100);
        assertThat(page.items().stream().map(Moved::kind)).containsExactly(Kind.CHARGE, Kind.PAYOUT, Kind.OTHER);
        assertThat(page.items().get(1).source()).isEqualTo("po_1");
    }

    @Test
    void addsWhatIsFreeAndWhatIsNotYet() {
        assertThat(StripeLists.balance("""
                {"available":[{"amount":100,"currency":"eur"},{"amount":9,"currency":"usd"}],
                 "pending":[{"amount":-30,"currency":"eur"}]}""")).isEqualTo(70);
    }
}
