package dev.groundwork.rabbitmq;

import java.io.IOException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BrokerRefusal}.
 */
class BrokerRefusalTests {

	@Test
	void readsWhyTheBrokerClosedTheChannel() {
		assertThat(BrokerRefusal.of(Refusals.ofChannel(406, "PRECONDITION_FAILED - why")))
			.isEqualTo(new BrokerRefusal(BrokerRefusal.PRECONDITION_FAILED, "PRECONDITION_FAILED - why"));
	}

	@Test
	void readsWhyTheBrokerClosedTheConnection() {
		assertThat(BrokerRefusal.of(Refusals.ofConnection(530, "NOT_ALLOWED - vhost")))
			.isEqualTo(new BrokerRefusal(BrokerRefusal.NOT_ALLOWED, "NOT_ALLOWED - vhost", 0, true));
	}

	@Test
	void findsTheSignalUnderOtherExceptions() {
		assertThat(BrokerRefusal.of(new IllegalStateException(Refusals.ofChannel(404, "NOT_FOUND"))))
			.isEqualTo(new BrokerRefusal(BrokerRefusal.NOT_FOUND, "NOT_FOUND"));
	}

	@Test
	void whenTheConnectionWasLostIsNoRefusal() {
		assertThat(BrokerRefusal.of(new IOException("Connection reset"))).isNull();
		assertThat(BrokerRefusal.of(new ShutdownSignalException(true, false, null, "reference"))).isNull();
	}

	@Test
	void whenTheReasonIsNoCloseIsNoRefusal() {
		AMQP.Basic.CancelOk reason = new AMQP.Basic.CancelOk.Builder().consumerTag("tag").build();
		assertThat(BrokerRefusal.of(new ShutdownSignalException(false, false, reason, "reference"))).isNull();
	}

}
