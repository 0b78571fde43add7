package dev.groundwork.rabbitmq;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Uncompared}.
 */
class UncomparedTests {

	private static final Difference DIFFERENCE = new Difference("durable", true, false, false);

	private static final Observation DRIFTED = new Present(List.of(DIFFERENCE));

	@Test
	void driftIsSaidToBeTheFirstInEveryMode() {
		for (ProvisioningMode mode : List.of(ProvisioningMode.APPLY, ProvisioningMode.PLAN, ProvisioningMode.VERIFY)) {
			assertThat(enrich(mode, DRIFTED)).containsExactly(
					new Present(List.of(DIFFERENCE), List.of("RabbitMQ names the first difference only (why)")));
		}
	}

	@Test
	void verifySaysThatItOnlySawThatItIsThere() {
		assertThat(enrich(ProvisioningMode.VERIFY, new Present(List.of())))
			.containsExactly(new Present(List.of(), List.of("attributes and policies were not compared (why)")));
	}

	@Test
	void planHasComparedWhatIsThere() {
		assertThat(enrich(ProvisioningMode.PLAN, new Present(List.of()))).containsExactly(new Present(List.of()));
	}

	@Test
	void planSaysThatABindingWasNotRead() {
		assertThat(enrich(ProvisioningMode.PLAN, new Unreadable()))
			.containsExactly(new Unreadable(List.of("whether it is there was not found out (why)")));
	}

	@Test
	void applyIsSilentWhereNothingDiffers() {
		assertThat(enrich(ProvisioningMode.APPLY, new Present(List.of()), new Unreadable(), new Absent()))
			.containsExactly(new Present(List.of()), new Unreadable(), new Absent());
	}

	@Test
	void theReasonIsGivenOnce() {
		assertThat(enrich(ProvisioningMode.PLAN, new Unreadable(), new Unreadable()).toString())
			.containsOnlyOnce("why");
	}

	private static List<Observation> enrich(ProvisioningMode mode, Observation... observations) {
		Map<ResourceId, Observation> observed = new LinkedHashMap<>();
		for (Observation observation : observations) {
			observed.put(new ResourceId("thing", "thing " + observed.size()), observation);
		}
		return List.copyOf(new Uncompared(mode, "why").enrich(observed).values());
	}

}
