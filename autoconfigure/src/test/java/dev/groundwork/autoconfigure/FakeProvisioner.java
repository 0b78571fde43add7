package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * {@link Provisioner} of one thing, which is there unless a test says otherwise.
 */
final class FakeProvisioner implements Provisioner {

	final AtomicReference<ProvisioningMode> mode = new AtomicReference<>();

	final List<Step> applied = new ArrayList<>();

	volatile DesiredState desired = DesiredState.of(List.of(new Declaration(new Thing(Map.of()), "a test")));

	volatile Observation observation = new Present(List.of());

	volatile boolean driftTolerated;

	static List<Declaration> contradicting() {
		return List.of(new Declaration(new Thing(Map.of("size", 1)), "one test"),
				new Declaration(new Thing(Map.of("size", 2)), "another test"));
	}

	@Override
	public String getName() {
		return "fake";
	}

	@Override
	public DesiredState resolveDesiredState() {
		return this.desired;
	}

	@Override
	public ProvisioningSession open() {
		return new Session();
	}

	@Override
	public List<DesiredStateExport> getExports() {
		return List.of(new Export());
	}

	@Override
	public boolean isDriftTolerated() {
		return this.driftTolerated;
	}

	@Override
	public Diagnosis explain(Step drift) {
		return new Diagnosis(FailureKind.PERMANENT, "thing", "drifted", drift.differences().toString(),
				"Declare what is there.");
	}

	private record Thing(Map<String, Object> attributes) implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("thing", "one");
		}

	}

	private static final class Export implements DesiredStateExport {

		@Override
		public String getFormat() {
			return "fake-format";
		}

		@Override
		public String write(DesiredState desired) {
			return desired.declarations().get(0).id().toString();
		}

	}

	private final class Session implements ProvisioningSession {

		@Override
		public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
			FakeProvisioner.this.mode.set(mode);
			Map<ResourceId, Observation> observations = new LinkedHashMap<>();
			desired.declarations()
				.forEach((declaration) -> observations.put(declaration.id(), FakeProvisioner.this.observation));
			return observations;
		}

		@Override
		public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
			FakeProvisioner.this.applied.addAll(steps);
			FakeProvisioner.this.observation = new Present(List.of());
			return steps.stream().<Outcome>map(Outcome.Done::new).toList();
		}

		@Override
		public void close() {
		}

	}

}
