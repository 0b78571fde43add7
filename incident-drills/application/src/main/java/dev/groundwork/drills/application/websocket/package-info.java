/**
 * A presence service whose WebSocket server is bound late.
 */
@NullMarked
package dev.groundwork.drills.application.websocket;

import org.jspecify.annotations.NullMarked;
