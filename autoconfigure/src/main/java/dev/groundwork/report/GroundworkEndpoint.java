package dev.groundwork.report;

import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that shows the {@link GroundworkReport}.
 *
 * @since 0.1.0
 */
@Endpoint(id = "groundwork")
public final class GroundworkEndpoint {

	private final Supplier<GroundworkReport> reports;

	/**
	 * Create a new {@link GroundworkEndpoint} instance.
	 * @param reports makes a report without waiting for anything
	 */
	public GroundworkEndpoint(Supplier<GroundworkReport> reports) {
		this.reports = reports;
	}

	/**
	 * Return what happened so far.
	 * @return the report
	 */
	@ReadOperation
	public GroundworkDescriptor groundwork() {
		GroundworkReport report = this.reports.get();
		Long timeToReady = (report.timeToReady() != null) ? report.timeToReady().toMillis() : null;
		return new GroundworkDescriptor(report.ready(), timeToReady,
				report.gates().stream().map(GateDescriptor::of).toList(),
				report.tasks().stream().map(TaskDescriptor::of).toList(),
				report.provisioning().stream().map(BackEndDescriptor::of).toList());
	}

	/**
	 * Description of the start.
	 *
	 * @param ready whether every gate is open
	 * @param timeToReadyMillis the time from the start of the JVM until every gate was
	 * open
	 * @param gates the gates
	 * @param tasks the start-up tasks
	 * @param backEnds what was done on each back end
	 */
	public record GroundworkDescriptor(boolean ready, @Nullable Long timeToReadyMillis, List<GateDescriptor> gates,
			List<TaskDescriptor> tasks, List<BackEndDescriptor> backEnds) {
	}

	/**
	 * Description of a gate.
	 *
	 * @param name the name of the gate
	 * @param state the state of the gate
	 * @param waitingFor what the gate is waiting for
	 * @param failures why the gate will never open
	 */
	public record GateDescriptor(String name, GateState state, @Nullable String waitingFor, List<Diagnosis> failures) {

		static GateDescriptor of(GateSnapshot gate) {
			return new GateDescriptor(gate.name(), gate.state(), gate.waitingFor(), gate.failures());
		}

	}

	/**
	 * Description of a start-up task.
	 *
	 * @param name the name of the task
	 * @param after the names of the tasks that have to be done before
	 * @param state how far the task got
	 * @param elapsedMillis how long the task has run so far, or took
	 */
	public record TaskDescriptor(String name, List<String> after, TaskState state, long elapsedMillis) {

		static TaskDescriptor of(TaskSnapshot task) {
			return new TaskDescriptor(task.name(), task.after(), task.state(), task.elapsed().toMillis());
		}

	}

	/**
	 * Description of what was done on a back end.
	 *
	 * @param name the name of the back end
	 * @param summary what was done, in one line
	 * @param attempts how many attempts it took
	 * @param resources what exists and what was done about it
	 */
	public record BackEndDescriptor(String name, String summary, int attempts, List<ResourceDescriptor> resources) {

		static BackEndDescriptor of(ProvisioningResult result) {
			return new BackEndDescriptor(result.backEnd(), result.summary(), result.attempts(),
					result.steps().stream().map(ResourceDescriptor::of).toList());
		}

	}

	/**
	 * Description of a resource.
	 *
	 * @param kind the kind of resource
	 * @param name the name of the resource
	 * @param change what was done
	 * @param source where the resource is declared
	 */
	public record ResourceDescriptor(String kind, String name, Change change, String source) {

		static ResourceDescriptor of(Step step) {
			return new ResourceDescriptor(step.id().kind(), step.id().name(), step.change(),
					step.declaration().source());
		}

	}

}
