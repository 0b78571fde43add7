package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.rabbitmq.client.Channel;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.support.ListenerExecutionFailedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link RetryLadderRecoverer}, without a broker.
 */
class RetryLadderRecovererTests {

	private static final Duration REST = Duration.ofMillis(50);

	private static final Throwable FAILURE = new IllegalStateException("no stock");

	private final Channel channel = mock(Channel.class);

	private final CachingConnectionFactory connectionFactory = connectionFactory(this.channel);

	@Test
	void messageIsPublishedToTheFirstRungAndConfirmed() throws Exception {
		given(this.channel.waitForConfirms(anyLong())).willReturn(true);
		recoverer(true, true).recover(message("orders", 0), FAILURE);
		then(this.channel).should().basicPublish(eq(""), eq("orders.retry.1s"), eq(true), any(), any());
		then(this.channel).should().close();
	}

	@Test
	void confirmedMessageIsMovedEvenIfTheChannelBreaksAfterwards() throws Exception {
		given(this.channel.waitForConfirms(anyLong())).willReturn(true);
		willThrow(new IOException("broken")).given(this.channel).close();
		assertThatNoException().isThrownBy(() -> recoverer(true, true).recover(message("orders", 0), FAILURE));
	}

	@Test
	void messageOfAQueueWithoutALadderIsRejected() throws Exception {
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(true, true).recover(message("others", 0), FAILURE))
			.withCauseInstanceOf(AmqpRejectAndDontRequeueException.class);
		thenNothingIsPublished();
	}

	@Test
	void messageThatIsGivenUpWithoutAParkingLotIsRejected() throws Exception {
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(false, false).recover(message("orders", 1), FAILURE))
			.withCauseInstanceOf(AmqpRejectAndDontRequeueException.class);
		thenNothingIsPublished();
	}

	@Test
	void messageThatIsNotConfirmedIsRejectedToWhereTheBrokerKeepsIt() throws Exception {
		given(this.channel.waitForConfirms(anyLong())).willReturn(false);
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(true, true).recover(message("orders", 0), FAILURE))
			.withMessageContaining("could not be moved to queue 'orders.retry.1s'")
			.withCauseInstanceOf(AmqpRejectAndDontRequeueException.class)
			.withRootCauseInstanceOf(IOException.class);
	}

	@Test
	void messageThatIsNotConfirmedIsPutBackWhereTheBrokerWouldForgetIt() throws Exception {
		given(this.channel.waitForConfirms(anyLong())).willReturn(false);
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(true, false).recover(message("orders", 0), FAILURE))
			.withCauseInstanceOf(ImmediateRequeueAmqpException.class);
	}

	@Test
	void consumerRestsBeforeItPutsAMessageBack() throws Exception {
		given(this.channel.waitForConfirms(anyLong())).willReturn(false);
		long start = System.nanoTime();
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(true, false).recover(message("orders", 0), FAILURE));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(REST);
	}

	@Test
	void interruptEndsTheRest() throws Exception {
		given(this.channel.waitForConfirms(anyLong())).willReturn(false);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(true, false, Duration.ofDays(1)).recover(message("orders", 0), FAILURE))
			.withCauseInstanceOf(ImmediateRequeueAmqpException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void messageIsPutBackWhenTheThreadIsInterrupted() throws Exception {
		willThrow(new InterruptedException()).given(this.channel).waitForConfirms(anyLong());
		assertThatExceptionOfType(ListenerExecutionFailedException.class)
			.isThrownBy(() -> recoverer(true, true).recover(message("orders", 0), FAILURE))
			.withCauseInstanceOf(ImmediateRequeueAmqpException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	private void thenNothingIsPublished() throws IOException {
		then(this.channel).should(never()).basicPublish(anyString(), anyString(), anyBoolean(), any(), any());
	}

	private RetryLadderRecoverer recoverer(boolean parkingLot, boolean rejectsToParkingLot) {
		return recoverer(parkingLot, rejectsToParkingLot, REST);
	}

	private RetryLadderRecoverer recoverer(boolean parkingLot, boolean rejectsToParkingLot, Duration rest) {
		RetryLadder ladder = new RetryLadder("orders", List.of(Duration.ofSeconds(1)), parkingLot, rejectsToParkingLot);
		return new RetryLadderRecoverer(Map.of(this.connectionFactory, List.of(ladder)), rest);
	}

	private static Message message(String queue, int retries) {
		MessageProperties properties = new MessageProperties();
		properties.setConsumerQueue(queue);
		properties.setHeader(RetriedMessage.RETRIES, retries);
		return new Message(new byte[0], properties);
	}

	private static CachingConnectionFactory connectionFactory(Channel channel) {
		com.rabbitmq.client.Connection delegate = clientConnection(channel);
		Connection connection = mock(Connection.class);
		given(connection.getDelegate()).willReturn(delegate);
		CachingConnectionFactory factory = mock(CachingConnectionFactory.class);
		given(factory.createConnection()).willReturn(connection);
		return factory;
	}

	private static com.rabbitmq.client.Connection clientConnection(Channel channel) {
		com.rabbitmq.client.Connection connection = mock(com.rabbitmq.client.Connection.class);
		try {
			given(connection.openChannel()).willReturn(Optional.of(channel));
			return connection;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
