package org.tremplin.payment.checkout;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.event.Fact;

/**
 * Paid payments whose fees the provider can now tell.
 *
 * @param others paid with the first; none in facts of earlier versions
 */
@Fact(name = "payment.fee_awaited")
public record FeeAwaited(UUID payment, @Nullable List<UUID> others) {

    static FeeAwaited of(List<UUID> payments) {
        return new FeeAwaited(payments.get(0), payments.subList(1, payments.size()));
    }

    public List<UUID> payments() {
        return others == null
                ? List.of(payment)
                : Stream.concat(Stream.of(payment), others.stream()).toList();
    }
}
