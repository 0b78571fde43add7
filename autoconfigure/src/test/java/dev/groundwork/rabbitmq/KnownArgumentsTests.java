package dev.groundwork.rabbitmq;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownArguments}.
 */
class KnownArgumentsTests {

	@Test
	void argumentHasTheTypeThatTheBrokerExpects() {
		assertThat(KnownArguments.typeOf("x-message-ttl")).contains(ArgumentType.INTEGER);
		assertThat(KnownArguments.typeOf("x-single-active-consumer")).contains(ArgumentType.BOOLEAN);
		assertThat(KnownArguments.typeOf("x-max-age")).contains(ArgumentType.STRING);
	}

	@Test
	void argumentOfAnotherPluginIsUnknown() {
		assertThat(KnownArguments.typeOf("x-of-a-plugin")).isEmpty();
	}

	@Test
	void argumentKnowsWhatTakesIt() {
		assertThat(KnownArguments.find("alternate-exchange")).map(KnownArgument::kind).contains(ExchangeResource.KIND);
		assertThat(KnownArguments.find("x-match")).map(KnownArgument::kind).contains(BindingResource.KIND);
		assertThat(KnownArguments.find("x-max-priority")).hasValueSatisfying((argument) -> {
			assertThat(argument.kind()).isEqualTo(QueueResource.KIND);
			assertThat(argument.queueTypes()).containsExactly(KnownArguments.CLASSIC);
		});
	}

	@Test
	void everyArgumentOfAQueueNamesTheTypesOfQueueThatTakeIt() {
		assertThat(KnownArguments.all()).filteredOn((argument) -> argument.kind().equals(QueueResource.KIND))
			.isNotEmpty()
			.allSatisfy((argument) -> assertThat(argument.queueTypes()).isNotEmpty());
	}

	@Test
	void numbersOfAnySizeAreIntegersAndTextIsNot() {
		assertThat(ArgumentType.INTEGER.accepts(1)).isTrue();
		assertThat(ArgumentType.INTEGER.accepts(1L)).isTrue();
		assertThat(ArgumentType.INTEGER.accepts("1")).isFalse();
		assertThat(ArgumentType.BOOLEAN.accepts("true")).isFalse();
		assertThat(ArgumentType.STRING.accepts("quorum")).isTrue();
	}

}
