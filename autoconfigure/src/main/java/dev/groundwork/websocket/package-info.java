/**
 * Awaits the bind of a WebSocket server and the answer to an upgrade.
 */
@NullMarked
package dev.groundwork.websocket;

import org.jspecify.annotations.NullMarked;
