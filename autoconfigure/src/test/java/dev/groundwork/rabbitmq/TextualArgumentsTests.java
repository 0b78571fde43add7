package dev.groundwork.rabbitmq;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TextualArguments}.
 */
class TextualArgumentsTests {

	@Test
	void textBecomesANumber() {
		assertThat(TextualArguments.coerce(QueueResource.KIND, "x-message-ttl", " 60000 ")).isEqualTo(60_000L);
	}

	@Test
	void textBecomesATruthValue() {
		assertThat(TextualArguments.coerce(QueueResource.KIND, "x-single-active-consumer", "TRUE")).isEqualTo(true);
	}

	@Test
	void numberBecomesTextWhereTheBrokerWantsText() {
		assertThat(TextualArguments.coerce(QueueResource.KIND, "x-dead-letter-routing-key", 5)).isEqualTo("5");
	}

	@Test
	void numberStays() {
		assertThat(TextualArguments.coerce(QueueResource.KIND, "x-message-ttl", 5)).isEqualTo(5);
	}

	@Test
	void argumentOfAnotherKindOfResourceStays() {
		assertThat(TextualArguments.coerce(BindingResource.KIND, "x-max-length", "5")).isEqualTo("5");
	}

	@Test
	void unknownArgumentStays() {
		assertThat(TextualArguments.coerce(QueueResource.KIND, "x-of-a-plugin", "5")).isEqualTo("5");
	}

	@Test
	void textThatIsNoTruthValueIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TextualArguments.coerce(QueueResource.KIND, "x-single-active-consumer", "yes"))
			.withMessage("RabbitMQ wants 'true' or 'false' here");
	}

}
