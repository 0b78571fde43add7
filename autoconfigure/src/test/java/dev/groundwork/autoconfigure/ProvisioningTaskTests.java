package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.plan.Observation.Present;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProvisioningTask}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProvisioningTaskTests {

	private final FakeProvisioner provisioner = new FakeProvisioner();

	private final ProvisioningTask task = new ProvisioningTask(this.provisioner, ProvisioningMode.APPLY);

	@BeforeEach
	void requireTheThing() {
		this.task.require(Map.of(this.provisioner, this.provisioner.desired));
	}

	@Test
	void driftThatIsToleratedIsWarnedOfWithWhatDiffersAndWhatToDo(CapturedOutput output) throws Exception {
		tolerateDrift();
		run();
		assertThat(output.toString().lines().filter((line) -> line.contains("tolerated"))).singleElement()
			.asString()
			.contains("WARN", "thing differs", "size", "Declare what is there.");
	}

	@Test
	void driftThatIsToleratedIsWarnedOfOncePerStart(CapturedOutput output) throws Exception {
		tolerateDrift();
		run();
		tolerateDrift();
		run();
		assertThat(output.toString().lines().filter((line) -> line.contains("tolerated"))).hasSize(1);
	}

	@Test
	void whatIsAsDeclaredIsNotWarnedOf(CapturedOutput output) throws Exception {
		run();
		assertThat(output).doesNotContain("tolerated");
	}

	private void tolerateDrift() {
		this.provisioner.driftTolerated = true;
		this.provisioner.observation = new Present(List.of(new Difference("size", 1, 2, false)));
	}

	private void run() throws InterruptedException {
		this.task.run((reason) -> {
		});
	}

}
