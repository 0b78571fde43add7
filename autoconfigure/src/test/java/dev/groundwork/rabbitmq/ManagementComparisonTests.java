package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManagementComparison}.
 */
class ManagementComparisonTests {

	private static final Observation EQUAL = new Present(List.of());

	private static final BrokerContents CONTENTS = BrokerContents.of(
			List.of(Map.of("name", "x", "type", "topic", "durable", true, "policy", "p")),
			List.of(Map.of("name", "q", "type", "classic", "durable", true, "arguments",
					Map.of("x-message-ttl", 5, "x-max-length", 7))),
			List.of(Map.of("source", "x", "destination", "q", "destination_type", "queue", "routing_key", "k",
					"arguments", Map.of(), "properties_key", "k"),
					Map.of("source", "", "destination", "q", "destination_type", "queue", "routing_key", "q",
							"arguments", Map.of(), "properties_key", "q")));

	@Test
	void whatTheBrokerNamedFirstIsCompleted() {
		Difference first = new Difference("x-message-ttl", "4", "5", false);
		Present present = (Present) compare(true, Declarations.queue("q", Map.of("x-message-ttl", 4)),
				new Present(List.of(first), List.of("a note")));
		assertThat(present.differences()).extracting(Difference::attribute)
			.containsExactly("x-message-ttl", "x-max-length");
		assertThat(present.notes()).startsWith("a note");
	}

	@Test
	void differenceThatOnlyTheBrokerSeesIsKept() {
		Difference first = new Difference("x-queue-type", null, "quorum", false);
		Present present = (Present) compare(true,
				Declarations.queue("q", Map.of("x-message-ttl", 5, "x-max-length", 7)), new Present(List.of(first)));
		assertThat(present.differences()).containsExactly(first);
	}

	@Test
	void differenceThatTheBrokerAcceptsIsANote() {
		Present present = (Present) compare(true,
				Declarations.queue("q", Map.of("x-queue-type", "quorum", "x-message-ttl", 5, "x-max-length", 7)),
				EQUAL);
		assertThat(present.differences()).isEmpty();
		assertThat(present.notes()).contains(
				"x-queue-type: expected 'quorum', found 'classic'; " + "RabbitMQ accepts the declaration all the same");
	}

	@Test
	void whatTheBrokerHasNotComparedIsADifference() {
		Present present = (Present) compare(false,
				Declarations.queue("q", Map.of("x-message-ttl", 4, "x-max-length", 7)), EQUAL);
		assertThat(present.differences()).extracting(Difference::toString)
			.containsExactly("x-message-ttl: expected '4', found '5'");
	}

	@Test
	void bindingThatIsListedIsThere() {
		assertThat(compare(true, Declarations.binding("x", "q", "k"), new Unreadable())).isEqualTo(EQUAL);
	}

	@Test
	void bindingThatIsNotListedIsMissing() {
		assertThat(compare(true, Declarations.binding("x", "q", "other"), new Unreadable())).isEqualTo(new Absent());
	}

	@Test
	void whatIsAbsentStaysAbsent() {
		assertThat(compare(true, Declarations.queue("q"), new Absent())).isEqualTo(new Absent());
	}

	@Test
	void whatCouldNotBeReadIsFoundInTheList() {
		assertThat(compare(false, Declarations.queue("q", Map.of("x-message-ttl", 5, "x-max-length", 7)),
				new Unreadable(List.of("no right"))))
			.isInstanceOf(Present.class);
		assertThat(compare(false, Declarations.queue("other"), new Unreadable(List.of("no right"))))
			.isEqualTo(new Absent());
	}

	@Test
	void whatWasCreatedMeanwhileStaysPresent() {
		assertThat(compare(true, Declarations.queue("other"), EQUAL)).isEqualTo(EQUAL);
	}

	@Test
	void attributesOfAnotherServiceAreNotCompared() {
		assertThat(compare(false, Declarations.external(Declarations.queue("q")), EQUAL)).isEqualTo(EQUAL);
	}

	@Test
	void undeclaredBindingOfOurQueueIsTold() {
		Present present = (Present) compare(true,
				Declarations.queue("q", Map.of("x-message-ttl", 5, "x-max-length", 7)), EQUAL);
		assertThat(present.notes()).containsExactly("binding 'x → q [k]' is there and not declared here; "
				+ "to remove it: curl -u 'monitor' -X DELETE 'http://broker/api/bindings/%2F/e/x/q/q/k'");
	}

	@Test
	void policyOfAnExchangeIsTold() {
		Present present = (Present) compare(true, Declarations.exchange("x", "topic"), EQUAL);
		assertThat(present.notes()).containsExactly("policy 'p' applies, what it sets is not compared");
	}

	private static Observation compare(boolean comparedByBroker, Declaration declaration, Observation observation) {
		ManagementAccess access = ManagementAccess.to("http://broker", "/", new Credentials("monitor", "secret"),
				new Credentials(null, null), Duration.ofSeconds(1), Duration.ofSeconds(1));
		return new ManagementComparison(CONTENTS, comparedByBroker, Set.of(), access)
			.enrich(Declarations.desired(declaration), Map.of(declaration.id(), observation))
			.values()
			.iterator()
			.next();
	}

}
