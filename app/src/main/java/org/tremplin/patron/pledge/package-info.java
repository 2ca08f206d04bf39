/**
 * Promises of firms and foundations: proposed, agreed by both, released instalment by instalment, paid through
 * {@code donation} like any other gift. Nothing here is money: what is promised counts only once {@code donation} says
 * that it settled.
 */
@NullMarked
package org.tremplin.patron.pledge;

import org.jspecify.annotations.NullMarked;
