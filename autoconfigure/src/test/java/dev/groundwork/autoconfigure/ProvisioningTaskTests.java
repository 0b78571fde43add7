package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProvisioningTask}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProvisioningTaskTests {

	private final FakeProvisioner provisioner = new FakeProvisioner();

	private final ProvisioningTask task = new ProvisioningTask(this.provisioner, ProvisioningMode.APPLY);

	@Test
	void driftThatIsToleratedIsWarnedOfOnce(CapturedOutput output) throws InterruptedException {
		drift();
		this.provisioner.driftTolerated = true;
		run();
		drift();
		run();
		assertThat(output).containsOnlyOnce("WARN")
			.contains("thing 'one': drifted, which is tolerated: [size: expected '1', found '2']. Rename it.");
		assertThat(this.provisioner.applied).isEmpty();
	}

	@Test
	void driftThatIsNotToleratedEndsTheTask() {
		drift();
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(this::run);
	}

	@Test
	void whatIsAsDeclaredIsNotWarnedOf(CapturedOutput output) throws InterruptedException {
		run();
		assertThat(output).doesNotContain("WARN");
	}

	private void drift() {
		this.provisioner.observation = new Present(List.of(new Difference("size", 1, 2, false)));
	}

	private void run() throws InterruptedException {
		DesiredState desired = this.provisioner.resolveDesiredState();
		this.task.require(Map.of(this.provisioner, desired));
		this.task.run((reason) -> {
		});
	}

}
