package dev.groundwork.rabbitmq;

import java.io.IOException;

/**
 * Something to do on lanes, on a thread of its own.
 */
interface LaneTask {

	void run() throws IOException;

}
