package org.tremplin.transparency.use;

import java.util.Map;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.transparency.Expense;
import reactor.core.publisher.Mono;

/**
 * What another room adds to the page of an expense, such as its proofs: finished values under names of its own, which
 * its fragment in {@code transparency/expense.html} shows.
 */
public interface ExpenseSection {

    Mono<Map<String, Object>> attributes(Association association, Expense expense, ServerWebExchange exchange);
}
