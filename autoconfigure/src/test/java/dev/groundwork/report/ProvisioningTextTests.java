package dev.groundwork.report;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ansi.AnsiOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProvisioningText}.
 */
class ProvisioningTextTests {

	private static final String SOURCE = "groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15";

	@Test
	void everyChangeHasItsSymbolCauseOriginAndRemedy() {
		Step drift = step("orders", Change.DRIFT, new Difference("x-queue-type", "quorum", "classic", false));
		Plan plan = new Plan(List.of(step("unchanged", Change.NONE), step("new", Change.CREATE),
				step("grown", Change.UPDATE, new Difference("refresh", "5s", "1s", true)), step("bound", Change.ASSERT),
				step("foreign", Change.AWAIT), drift));
		PlannedBackEnd backEnd = new PlannedBackEnd(
				"rabbitmq", plan, Map
					.of(drift.id(),
							new Diagnosis(FailureKind.PERMANENT, "queue 'orders'",
									"exists with other attributes than declared", "", "Declare it as found.")),
				List.of());
		assertThat(text(ProvisioningMode.PLAN, backEnd)).isEqualToNormalizingNewlines("""
				Plan for 'shop': what would be done. Nothing was changed.

				rabbitmq
				  = queue 'unchanged'
				  + queue 'new'
				      declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15
				      durable: true
				  ~ queue 'grown'
				      declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15
				      refresh: 1s → 5s
				  ? queue 'bound'
				      declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15
				  … queue 'foreign'
				      declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15
				      is missing, and somebody else creates it
				  ! queue 'orders'
				      declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15
				      x-queue-type: expected 'quorum', found 'classic'
				      exists with other attributes than declared
				      Declare it as found.

				1 unchanged, 1 to create, 1 to update, 1 to assert, 1 awaited, 1 drifted.
				      ? is declared again without effect if it is there: it cannot be read.
				""");
	}

	@Test
	void whatWasDoneIsToldInThePast() {
		Plan plan = new Plan(List.of(step("new", Change.CREATE), step("unchanged", Change.NONE)));
		assertThat(text(ProvisioningMode.APPLY, new PlannedBackEnd("rabbitmq", plan, Map.of(), List.of())))
			.startsWith("Groundwork of 'shop'.")
			.contains("1 unchanged, 1 created.");
	}

	@Test
	void backEndThatCannotTellSaysWhy() {
		assertThat(
				text(ProvisioningMode.PLAN,
						new PlannedBackEnd("rabbitmq", null, Map.of(),
								List.of(new Diagnosis(FailureKind.TRANSIENT, "RabbitMQ at localhost:5672",
										"connection refused", "java.net.ConnectException", "Start the server.")))))
			.isEqualToNormalizingNewlines("""
					Plan for 'shop': what would be done. Nothing was changed.

					rabbitmq
					  cannot tell: RabbitMQ at localhost:5672
					      connection refused
					      java.net.ConnectException
					      Start the server.

					1 of 1 back ends cannot tell.
					""");
	}

	@Test
	void errorOfARuleSaysThatNoServerWasAsked() {
		LintFinding finding = new LintFinding("reserved-name", LintSeverity.ERROR,
				new LintViolation("queue 'amq.orders'", SOURCE, "has a name of the broker's own", "Rename it."));
		assertThat(new ProvisioningText(
				new ProvisioningReport("shop", ProvisioningMode.PLAN, List.of(finding), List.of())))
			.asString()
			.isEqualToNormalizingNewlines("""
					Plan for 'shop': what would be done. Nothing was changed.

					error: queue 'amq.orders'  [reserved-name]
					      has a name of the broker's own
					      declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15
					      Rename it.

					No server was asked: correct the errors first.
					""");
	}

	@Test
	void coloursAreForTerminalsThatHaveThem() {
		AnsiOutput.setEnabled(AnsiOutput.Enabled.ALWAYS);
		try {
			assertThat(text(ProvisioningMode.PLAN,
					new PlannedBackEnd("rabbitmq", new Plan(List.of(step("new", Change.CREATE))), Map.of(), List.of())))
				.contains("\u001B[32m  + queue 'new'");
		}
		finally {
			AnsiOutput.setEnabled(AnsiOutput.Enabled.DETECT);
		}
	}

	private static String text(ProvisioningMode mode, PlannedBackEnd backEnd) {
		return new ProvisioningText(new ProvisioningReport("shop", mode, List.of(), List.of(backEnd))).toString();
	}

	private static Step step(String name, Change change, Difference... differences) {
		return new Step(new Declaration(new Queue(name), SOURCE), change, List.of(differences));
	}

	private record Queue(String name) implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("queue", this.name);
		}

		@Override
		public Map<String, Object> attributes() {
			return Map.of("durable", true);
		}

	}

}
