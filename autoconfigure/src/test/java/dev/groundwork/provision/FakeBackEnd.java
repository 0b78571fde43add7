package dev.groundwork.provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.Outcome.Overtaken;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * {@link Provisioner} of a {@link FakeServer}, which can be disturbed at every point.
 */
final class FakeBackEnd implements Provisioner {

	private final FakeServer server;

	private final DesiredState desired;

	private final Disturbance disturbance;

	private boolean driftTolerated;

	FakeBackEnd(FakeServer server, Disturbance disturbance, FakeResource... declared) {
		this(server, disturbance, List.of(declared).stream().map(FakeResource::declared).toList());
	}

	FakeBackEnd(FakeServer server, Disturbance disturbance, List<Declaration> declarations) {
		this.server = server;
		this.disturbance = disturbance;
		this.desired = DesiredState.of(declarations);
	}

	FakeBackEnd tolerantOfDrift() {
		this.driftTolerated = true;
		return this;
	}

	@Override
	public boolean isDriftTolerated() {
		return this.driftTolerated;
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
		this.disturbance.at("open");
		return new Session();
	}

	@Override
	public Diagnosis explain(Step drift) {
		return new Diagnosis(FailureKind.PERMANENT, drift.declaration().describe(), "differs",
				drift.differences().toString(), "Delete it.");
	}

	/**
	 * What happens at a point: nothing, or an exception.
	 */
	@FunctionalInterface
	interface Disturbance {

		void at(String point);

	}

	/**
	 * Connection to the {@link FakeServer}.
	 */
	private final class Session implements ProvisioningSession {

		@Override
		public Map<ResourceId, Observation> inspect(DesiredState declared, ProvisioningMode mode) {
			FakeBackEnd.this.disturbance.at("inspect in mode " + mode);
			Map<ResourceId, Observation> observations = new LinkedHashMap<>();
			declared.resources(FakeResource.class)
				.forEach((resource) -> observations.put(resource.id(), FakeBackEnd.this.server.observe(resource)));
			return observations;
		}

		@Override
		public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
			List<Outcome> outcomes = new ArrayList<>();
			steps.forEach((step) -> outcomes.add(apply(step)));
			return outcomes;
		}

		private Outcome apply(Step step) {
			FakeResource resource = (FakeResource) step.declaration().resource();
			try {
				FakeBackEnd.this.disturbance.at(step.change() + " " + resource.name());
				boolean done = accept(step.change(), resource);
				FakeBackEnd.this.disturbance.at("reply to " + step.change() + " " + resource.name());
				return done ? new Done(step) : new Overtaken(step);
			}
			catch (DiagnosedException ex) {
				return new Failed(step, ex.getDiagnoses().get(0));
			}
		}

		private boolean accept(Change change, FakeResource resource) {
			if (change == Change.UPDATE) {
				FakeBackEnd.this.server.update(resource);
				return true;
			}
			return FakeBackEnd.this.server.create(resource);
		}

		@Override
		public void close() {
			FakeBackEnd.this.disturbance.at("close");
		}

	}

}
