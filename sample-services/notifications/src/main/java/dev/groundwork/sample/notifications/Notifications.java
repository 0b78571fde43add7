package dev.groundwork.sample.notifications;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers a notification and tells it to the clients that are connected: only the first
 * time. What could not be told is not remembered, so that it is tried again.
 */
@Service
class Notifications {

	static final String EXCHANGE = "cloudmatrix.notifications";

	private final NotificationStore store;

	private final ConfirmedSender sender;

	private final TransactionOperations transactions;

	private final JsonMapper mapper;

	Notifications(NotificationStore store, ConfirmedSender sender, TransactionOperations transactions,
			JsonMapper mapper) {
		this.store = store;
		this.sender = sender;
		this.transactions = transactions;
		this.mapper = mapper;
	}

	/**
	 * Remember and tell. A database that is away is waited for, about twenty minutes,
	 * before the event is taken for one that fails.
	 * @param notification the notification
	 */
	@Retryable(includes = { CannotCreateTransactionException.class, DataAccessResourceFailureException.class },
			maxRetries = 240, delay = 1000)
	void add(Notification notification) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.store.add(notification)) {
				// no queue means that nobody is connected
				this.sender.send(EXCHANGE, "", message(notification));
			}
		});
	}

	private Message message(Notification notification) {
		return MessageBuilder.withBody(this.mapper.writeValueAsBytes(notification))
			.setContentType(MessageProperties.CONTENT_TYPE_JSON)
			.setMessageId(notification.id().toString())
			.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
			.build();
	}

}
