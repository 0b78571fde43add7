package dev.groundwork.report;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.SecretRotation;
import dev.groundwork.contract.SettingStatus;
import dev.groundwork.contract.Severity;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.startup.TaskSnapshot;
import dev.groundwork.startup.TaskState;
import dev.groundwork.startup.Wait;
import dev.groundwork.startup.WaitGraph;
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
	@ReadOperation(producesFrom = ReportFormat.class)
	public GroundworkDescriptor groundwork() {
		GroundworkReport report = this.reports.get();
		Long timeToReady = (report.timeToReady() != null) ? report.timeToReady().toMillis() : null;
		return new GroundworkDescriptor(report.ready(), timeToReady,
				report.gates().stream().map(GateDescriptor::of).toList(),
				report.tasks().stream().map(TaskDescriptor::of).toList(),
				report.provisioning().stream().map(BackEndDescriptor::of).toList(), report.readiness().state(),
				report.readiness().dependencies().stream().map(DependencyDescriptor::of).toList(),
				WaitsDescriptor.of(report.waits()),
				report.contract().settings().stream().map(SettingDescriptor::of).toList(),
				ProductionDescriptor.of(report.contract().production()),
				report.contract().findings().stream().map(PropertyFindingDescriptor::of).toList());
	}

	GroundworkReport report() {
		return this.reports.get();
	}

	/**
	 * Description of the start.
	 *
	 * @param ready whether the application takes requests
	 * @param timeToReadyMillis the time from the start of the JVM until every gate was
	 * open
	 * @param gates the gates
	 * @param tasks the start-up tasks
	 * @param backEnds what was done on each back end
	 * @param state whether the application takes requests
	 * @param dependencies what the application depends on while it runs
	 * @param waits who waits for whom
	 * @param contract what is required of the configuration
	 * @param production whether this is production, and why that is believed
	 * @param findings what is wrong with the configuration beside what is required of it
	 */
	public record GroundworkDescriptor(boolean ready, @Nullable Long timeToReadyMillis, List<GateDescriptor> gates,
			List<TaskDescriptor> tasks, List<BackEndDescriptor> backEnds, ReadinessState state,
			List<DependencyDescriptor> dependencies, WaitsDescriptor waits, List<SettingDescriptor> contract,
			@Nullable ProductionDescriptor production, List<PropertyFindingDescriptor> findings) {
	}

	/**
	 * Description of a gate.
	 *
	 * @param name the name of the gate
	 * @param state the state of the gate
	 * @param waitingFor what the gate is waiting for
	 * @param failures why the gate will never open
	 * @param opened when the gate opened
	 */
	public record GateDescriptor(String name, GateState state, @Nullable String waitingFor, List<Diagnosis> failures,
			@Nullable Instant opened) {

		static GateDescriptor of(GateSnapshot gate) {
			return new GateDescriptor(gate.name(), gate.state(), gate.waitingFor(), gate.failures(), gate.opened());
		}

	}

	/**
	 * Description of a start-up task.
	 *
	 * @param name the name of the task
	 * @param after the names of the tasks that have to be done before
	 * @param state how far the task got
	 * @param elapsedMillis how long the task has run so far, or took
	 * @param started when the task began to run
	 * @param waitingFor what the task is waiting for
	 */
	public record TaskDescriptor(String name, List<String> after, TaskState state, long elapsedMillis,
			@Nullable Instant started, @Nullable String waitingFor) {

		static TaskDescriptor of(TaskSnapshot task) {
			return new TaskDescriptor(task.name(), task.after(), task.state(), task.elapsed().toMillis(),
					task.started(), task.waitingFor());
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

	/**
	 * Description of a dependency.
	 *
	 * @param name the name of the dependency
	 * @param policy what its loss means for readiness
	 * @param status the status of the dependency
	 * @param since since when it has had this status
	 * @param reason why it is not up
	 */
	public record DependencyDescriptor(String name, DependencyPolicy policy, DependencyStatus status, Instant since,
			@Nullable Diagnosis reason) {

		static DependencyDescriptor of(DependencySnapshot dependency) {
			return new DependencyDescriptor(dependency.name(), dependency.policy(), dependency.status(),
					dependency.since(), dependency.reason());
		}

	}

	/**
	 * Description of the graph of waits.
	 *
	 * @param edges who waits for whom
	 * @param cycle the names along a circle of waits, empty if there is none
	 * @param mermaid the graph as a flow chart in the language of Mermaid
	 */
	public record WaitsDescriptor(List<WaitDescriptor> edges, List<String> cycle, String mermaid) {

		static WaitsDescriptor of(WaitGraph graph) {
			return new WaitsDescriptor(graph.waits().stream().map(WaitDescriptor::of).toList(),
					graph.cycle().stream().map(Wait::waiter).toList(), new WaitGraphMermaid(graph).toString());
		}

	}

	/**
	 * Description of a wait.
	 *
	 * @param waiter what waits
	 * @param target what it waits for
	 * @param reason why
	 * @param elapsedMillis how long it has waited so far
	 * @param thread the name of the thread that waits
	 * @param certain whether this is known for sure
	 */
	public record WaitDescriptor(String waiter, String target, String reason, long elapsedMillis,
			@Nullable String thread, boolean certain) {

		static WaitDescriptor of(Wait wait) {
			return new WaitDescriptor(wait.waiter(), wait.target(), wait.reason(), wait.elapsed().toMillis(),
					wait.thread(), wait.certain());
		}

	}

	/**
	 * Description of a required property, without its value.
	 *
	 * @param property the name of the property
	 * @param environment the environment variable that it is read from
	 * @param satisfied whether the application may start with what is set
	 * @param places where the value comes from
	 * @param findings what is wrong
	 * @param rotation the last change while the application was running
	 */
	public record SettingDescriptor(String property, @Nullable String environment, boolean satisfied,
			List<String> places, List<FindingDescriptor> findings, @Nullable RotationDescriptor rotation) {

		static SettingDescriptor of(SettingStatus setting) {
			return new SettingDescriptor(setting.property(), setting.environment(), setting.satisfied(),
					setting.places(), setting.findings().stream().map(FindingDescriptor::of).toList(),
					RotationDescriptor.of(setting.rotation()));
		}

	}

	/**
	 * Description of a change of a secret while the application was running.
	 *
	 * @param noticed when it was noticed
	 * @param accepted whether the new value keeps the contract
	 * @param summary what happened
	 * @param findings what is wrong with the new value
	 */
	public record RotationDescriptor(Instant noticed, boolean accepted, String summary,
			List<FindingDescriptor> findings) {

		static @Nullable RotationDescriptor of(@Nullable SecretRotation rotation) {
			return (rotation != null) ? new RotationDescriptor(rotation.noticed(), rotation.accepted(),
					rotation.summary(), rotation.findings().stream().map(FindingDescriptor::of).toList()) : null;
		}

	}

	/**
	 * Description of what is wrong with a required property.
	 *
	 * @param rule the rule that is broken
	 * @param severity what it does to the start
	 * @param reason what is wrong
	 * @param remedy what to do
	 */
	public record FindingDescriptor(String rule, Severity severity, String reason, String remedy) {

		static FindingDescriptor of(Finding finding) {
			return new FindingDescriptor(finding.rule(), finding.severity(), finding.reason(), finding.remedy());
		}

	}

	/**
	 * Description of the decision whether this is production.
	 *
	 * @param active whether it is
	 * @param reason why that is believed
	 */
	public record ProductionDescriptor(boolean active, String reason) {

		static @Nullable ProductionDescriptor of(@Nullable Production production) {
			return (production != null) ? new ProductionDescriptor(production.active(), production.reason()) : null;
		}

	}

	/**
	 * Description of what is wrong with a property that is not required.
	 *
	 * @param rule the rule that is broken
	 * @param severity what it does to the start
	 * @param property the name of the property
	 * @param place where it stands
	 * @param reason what is wrong
	 * @param remedy what to do
	 */
	public record PropertyFindingDescriptor(String rule, Severity severity, String property, @Nullable String place,
			String reason, String remedy) {

		static PropertyFindingDescriptor of(Finding finding) {
			return new PropertyFindingDescriptor(finding.rule(), finding.severity(), finding.property(),
					finding.place(), finding.reason(), finding.remedy());
		}

	}

}
