package dev.groundwork.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;

/**
 * Brings one back end to its desired state: inspect, plan, apply, read back; again after
 * a transient failure, never after a permanent one.
 *
 * @since 0.1.0
 */
public final class Provisioning {

	private final Provisioner provisioner;

	private final ProvisioningMode mode;

	private final PatientRetry retry;

	/**
	 * Create a new {@link Provisioning} instance.
	 * @param provisioner the back end
	 * @param mode whether to create what is missing
	 */
	public Provisioning(Provisioner provisioner, ProvisioningMode mode) {
		this(provisioner, mode, PatientRetry.standard());
	}

	Provisioning(Provisioner provisioner, ProvisioningMode mode, PatientRetry retry) {
		this.provisioner = provisioner;
		this.mode = mode;
		this.retry = retry;
	}

	/**
	 * Run until what exists is what is declared. Blocks for as long as failures are
	 * transient; ends soon after the thread is interrupted.
	 * @param desired what must exist
	 * @param onRetry told why, each time before it is tried again
	 * @return what was done
	 * @throws DiagnosedException if it can never succeed; names every permanent failure
	 * @throws InterruptedException if the thread was interrupted
	 */
	public ProvisioningResult run(DesiredState desired, Consumer<Diagnosis> onRetry) throws InterruptedException {
		return run(desired, onRetry, (progress) -> {
		});
	}

	/**
	 * Run until what exists is what is declared, telling how far a long step got.
	 * @param desired what must exist
	 * @param onRetry told why, each time before it is tried again
	 * @param progress told how far a step got that takes long
	 * @return what was done
	 * @throws DiagnosedException if it can never succeed; names every permanent failure
	 * @throws InterruptedException if the thread was interrupted
	 */
	public ProvisioningResult run(DesiredState desired, Consumer<Diagnosis> onRetry, Consumer<String> progress)
			throws InterruptedException {
		return this.retry.run(this.provisioner.getName(), new Attempts(desired, progress)::next, onRetry);
	}

	/**
	 * The attempts of one run and what they changed together.
	 */
	private final class Attempts {

		private final DesiredState desired;

		private final Consumer<String> progress;

		private final Map<ResourceId, Step> changes = new LinkedHashMap<>();

		private int count;

		Attempts(DesiredState desired, Consumer<String> progress) {
			this.desired = desired;
			this.progress = progress;
		}

		ProvisioningResult next() {
			this.count++;
			long start = System.nanoTime();
			Plan plan = provision();
			return new ProvisioningResult(Provisioning.this.provisioner.getName(), plan,
					List.copyOf(this.changes.values()), this.count, Duration.ofNanos(System.nanoTime() - start));
		}

		private Plan provision() {
			try (ProvisioningSession session = Provisioning.this.provisioner.open()) {
				Plan plan = plan(session, this.desired);
				refuseDrift(plan);
				if (Provisioning.this.mode != ProvisioningMode.APPLY) {
					refuseUnsatisfied(plan, "is missing", "Create it, or let the service do so: groundwork.mode=apply");
					return plan;
				}
				apply(session, plan);
				readBack(session, plan.steps(Change.CREATE, Change.UPDATE, Change.MIGRATE));
				return plan;
			}
		}

		private Plan plan(ProvisioningSession session, DesiredState desired) {
			return Plan.between(desired, session.inspect(desired, Provisioning.this.mode));
		}

		private void apply(ProvisioningSession session, Plan plan) {
			List<Diagnosis> failures = new ArrayList<>(awaited(plan));
			List<Step> pending = plan.steps(Change.CREATE, Change.UPDATE, Change.MIGRATE, Change.ASSERT);
			for (Outcome outcome : session.apply(pending, this.progress)) {
				if (outcome instanceof Failed failed) {
					failures.add(failed.diagnosis());
				}
				else if (outcome instanceof Done && outcome.step().change() != Change.ASSERT) {
					this.changes.put(outcome.step().id(), outcome.step());
				}
			}
			if (!failures.isEmpty()) {
				throw new DiagnosedException(failures, null);
			}
		}

		private void readBack(ProvisioningSession session, List<Step> applied) {
			if (applied.isEmpty()) {
				return;
			}
			Plan verified = plan(session, DesiredState.of(applied.stream().map(Step::declaration).toList()));
			refuseDrift(verified);
			refuseUnsatisfied(verified, "is not there when read back", "Wait, or see the server's log.");
			verified.steps().forEach(this::addNotes);
		}

		private void addNotes(Step verified) {
			this.changes.computeIfPresent(verified.id(),
					(id, step) -> new Step(step.declaration(), step.change(), step.differences(),
							Stream.concat(step.notes().stream(), verified.notes().stream()).distinct().toList()));
		}

		private void refuseDrift(Plan plan) {
			if (Provisioning.this.provisioner.isDriftTolerated()) {
				return;
			}
			List<Diagnosis> drifts = plan.steps(Change.DRIFT)
				.stream()
				.map(Provisioning.this.provisioner::explain)
				.toList();
			if (!drifts.isEmpty()) {
				throw new DiagnosedException(drifts, null);
			}
		}

		private void refuseUnsatisfied(Plan plan, String cause, String remedy) {
			List<Diagnosis> missing = new ArrayList<>(awaited(plan));
			plan.steps(Change.CREATE, Change.UPDATE, Change.MIGRATE)
				.stream()
				.map((step) -> new Diagnosis(FailureKind.TRANSIENT, step.declaration().describe(),
						(step.change() == Change.CREATE) ? cause : "is not as declared", step.differences().toString(),
						remedy))
				.forEach(missing::add);
			if (!missing.isEmpty()) {
				throw new DiagnosedException(missing, null);
			}
		}

		private static List<Diagnosis> awaited(Plan plan) {
			return plan.steps(Change.AWAIT).stream().map(Attempts::awaited).toList();
		}

		private static Diagnosis awaited(Step step) {
			return new Diagnosis(FailureKind.TRANSIENT, step.declaration().describe(),
					"is missing, and somebody else creates it", String.join("; ", step.notes()),
					"Start the service that creates it, or declare it here without 'external'.");
		}

	}

}
