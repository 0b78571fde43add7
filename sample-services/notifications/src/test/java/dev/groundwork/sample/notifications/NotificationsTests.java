package dev.groundwork.sample.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link Notifications}.
 */
class NotificationsTests {

	private final NotificationStore store = mock();

	private final ConfirmedSender sender = mock();

	private final Notifications notifications = new Notifications(this.store, this.sender,
			TransactionOperations.withoutTransaction(), JsonMapper.builder().build());

	private final Notification notification = new Notification(UUID.randomUUID(), "document.created", UUID.randomUUID(),
			1, "Plan", "ann", Instant.parse("2026-11-24T12:00:00Z"));

	@Test
	void newNotificationIsTold() {
		given(this.store.add(this.notification)).willReturn(true);
		this.notifications.add(this.notification);
		ArgumentCaptor<Message> message = ArgumentCaptor.captor();
		then(this.sender).should().send(eq("cloudmatrix.notifications"), eq(""), message.capture());
		assertThat(new String(message.getValue().getBody(), StandardCharsets.UTF_8))
			.contains("\"id\":\"" + this.notification.id() + "\"", "\"at\":\"2026-11-24T12:00:00Z\"");
	}

	@Test
	void notificationThatIsRememberedAlreadyIsNotToldAgain() {
		given(this.store.add(this.notification)).willReturn(false);
		this.notifications.add(this.notification);
		then(this.sender).shouldHaveNoInteractions();
	}

}
