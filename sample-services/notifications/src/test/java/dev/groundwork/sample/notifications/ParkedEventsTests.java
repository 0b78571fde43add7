package dev.groundwork.sample.notifications;

import java.nio.charset.StandardCharsets;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.InOrder;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.ChannelCallback;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link ParkedEvents}.
 */
class ParkedEventsTests {

	private final Channel channel = mock();

	private final RabbitTemplate rabbit = mock();

	private final ConfirmedSender sender = mock();

	private final ParkedEvents parked = new ParkedEvents(this.rabbit, this.sender);

	@BeforeEach
	void openChannel() throws Exception {
		given(this.rabbit.execute(ArgumentMatchers.<ChannelCallback<?>>any()))
			.will((invocation) -> invocation.<ChannelCallback<?>>getArgument(0).doInRabbit(this.channel));
		given(this.channel.messageCount(ParkedEvents.PARKING_LOT)).willReturn(2L);
		given(this.channel.basicGet(ParkedEvents.PARKING_LOT, false))
			.willReturn(new GetResponse(new Envelope(7, false, "", ParkedEvents.PARKING_LOT),
					new AMQP.BasicProperties(), "{}".getBytes(StandardCharsets.UTF_8), 1));
	}

	@Test
	void movesNoMoreThanWasParkedWhenItBegan() throws Exception {
		given(this.sender.send(any(), any(), any())).willReturn(true);
		assertThat(this.parked.replay().replayed()).isEqualTo(2);
		then(this.sender).should(times(2)).send(eq(""), eq(ParkedEvents.QUEUE), any());
	}

	@Test
	void eventLeavesTheParkingLotAfterItIsConfirmedInItsQueue() throws Exception {
		given(this.channel.messageCount(ParkedEvents.PARKING_LOT)).willReturn(1L);
		given(this.sender.send(any(), any(), any())).willReturn(true);
		this.parked.replay();
		InOrder order = inOrder(this.sender, this.channel);
		order.verify(this.sender).send(any(), any(), any());
		order.verify(this.channel).basicAck(7, false);
	}

	@Test
	void eventThatIsInNoQueueStaysParked() throws Exception {
		given(this.sender.send(any(), any(), any())).willReturn(false);
		assertThatExceptionOfType(AmqpException.class).isThrownBy(this.parked::replay);
		then(this.channel).should().basicNack(7, false, true);
		then(this.channel).should(never()).basicAck(anyLong(), anyBoolean());
	}

	@Test
	void eventThatIsNotConfirmedStaysParked() throws Exception {
		willThrow(new AmqpException("Not confirmed")).given(this.sender).send(any(), any(), any());
		assertThatExceptionOfType(AmqpException.class).isThrownBy(this.parked::replay);
		then(this.channel).should().basicNack(7, false, true);
		then(this.channel).should(never()).basicAck(anyLong(), anyBoolean());
	}

}
