package org.tremplin.ledger.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import org.tremplin.ledger.AccountingExport.ChartAccount;

/**
 * The charts an export is written with.
 *
 * @param closed by the month through which each was closed
 * @param now for what is open
 */
record Charts(NavigableMap<YearMonth, Map<String, ChartAccount>> closed, Map<String, ChartAccount> now) {

    ChartAccount of(BookLine line) {
        LocalDate booked = line.bookedOn();
        Map.Entry<YearMonth, Map<String, ChartAccount>> then =
                line.closedOn() == null ? null : closed.ceilingEntry(YearMonth.from(booked));
        String account = line.entry().account();
        ChartAccount kept = then == null ? null : then.getValue().get(account);
        return kept == null ? now.getOrDefault(account, new ChartAccount(account, account)) : kept;
    }
}
