package dev.groundwork.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Exception handler that leaves a lost connection to the call that waits on it, which
 * fails and is diagnosed.
 */
final class QuietExceptionHandler extends ForgivingExceptionHandler {

	private static final Log logger = LogFactory.getLog(QuietExceptionHandler.class);

	@Override
	public void handleUnexpectedConnectionDriverException(Connection connection, Throwable failure) {
		logger.debug("Connection lost", failure);
	}

}
