package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * {@link Provisioner} of one thing that is always there.
 */
final class FakeProvisioner implements Provisioner {

	final AtomicReference<ProvisioningMode> mode = new AtomicReference<>();

	@Override
	public String getName() {
		return "fake";
	}

	@Override
	public DesiredState resolveDesiredState() {
		return DesiredState.of(List.of(new Declaration(new Thing(), "a test")));
	}

	@Override
	public ProvisioningSession open() {
		return new Session();
	}

	@Override
	public Diagnosis explain(Step drift) {
		return new Diagnosis(FailureKind.PERMANENT, "thing", "drifted", "", "");
	}

	private record Thing() implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("thing", "one");
		}

		@Override
		public Map<String, Object> attributes() {
			return Map.of();
		}

	}

	private final class Session implements ProvisioningSession {

		@Override
		public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
			FakeProvisioner.this.mode.set(mode);
			return desired.declarations()
				.stream()
				.collect(Collectors.toMap(Declaration::id, (declaration) -> new Observation.Present(List.of())));
		}

		@Override
		public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
			return List.of();
		}

		@Override
		public void close() {
		}

	}

}
