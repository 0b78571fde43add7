package dev.groundwork.test.cycles.shipping;

import dev.groundwork.test.cycles.Orders;

/**
 * Uses {@link Orders}, which uses it.
 *
 * @param orders what it uses
 */
public record Shipping(Orders orders) {
}
