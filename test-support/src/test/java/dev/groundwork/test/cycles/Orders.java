package dev.groundwork.test.cycles;

import dev.groundwork.test.cycles.shipping.Shipping;

/**
 * Uses {@link Shipping}, which uses it.
 *
 * @param shipping what it uses
 */
public record Orders(Shipping shipping) {
}
