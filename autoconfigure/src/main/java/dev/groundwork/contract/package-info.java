/**
 * Checks what a service requires of its configuration. Pure: an {@code Environment} goes
 * in, a {@link dev.groundwork.contract.ContractReport report} with all findings comes
 * out; no context, no I/O, no log, and no value of a secret in anything that leaves.
 */
@NullMarked
package dev.groundwork.contract;

import org.jspecify.annotations.NullMarked;
