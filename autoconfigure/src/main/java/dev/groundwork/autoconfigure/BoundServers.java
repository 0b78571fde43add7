package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.websocket.BoundServer;

/**
 * Source of servers that are found. Asked once, when every bean exists.
 */
@FunctionalInterface
interface BoundServers extends Supplier<List<BoundServer>> {

}
