package dev.groundwork.test;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.contract.Finding;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.report.GroundworkReport;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application at one moment, from its report or from the endpoint
 * that shows it.
 *
 * @param state whether the application takes requests
 * @param gates the gates
 * @param dependencies the dependencies
 * @param resources what was provisioned
 * @param findings what is wrong with the configuration
 */
record ObservedStart(ReadinessState state, List<Gate> gates, List<Dependency> dependencies,
		List<ProvisionedResource> resources, List<ConfigurationFinding> findings) {

	static ObservedStart of(GroundworkReport report) {
		return new ObservedStart(report.readiness().state(), report.gates().stream().map(Gate::of).toList(),
				report.readiness().dependencies().stream().map(Dependency::of).toList(),
				report.provisioning()
					.stream()
					.flatMap((result) -> result.steps().stream())
					.map(ProvisionedResource::of)
					.toList(),
				report.contract().allFindings().stream().map(ConfigurationFinding::of).toList());
	}

	static ObservedStart of(JsonObject report) {
		Stream<ConfigurationFinding> required = report.objects("contract")
			.flatMap((setting) -> setting.objects("findings")
				.map((finding) -> new ConfigurationFinding(finding.text("rule"), setting.text("property"))));
		Stream<ConfigurationFinding> others = report.objects("findings")
			.map((finding) -> new ConfigurationFinding(finding.text("rule"), finding.text("property")));
		return new ObservedStart(report.constant("state", ReadinessState.class),
				report.objects("gates").map(Gate::of).toList(),
				report.objects("dependencies").map(Dependency::of).toList(),
				report.objects("backEnds")
					.flatMap((backEnd) -> backEnd.objects("resources"))
					.map(ProvisionedResource::of)
					.toList(),
				Stream.concat(others, required).toList());
	}

	@Override
	public String toString() {
		return """
				state         %s
				gates         %s
				dependencies  %s
				resources     %s
				findings      %s"""
			.formatted(this.state, lines(this.gates), lines(this.dependencies), lines(this.resources),
					lines(this.findings))
			.indent(2);
	}

	private static String lines(List<?> entries) {
		return entries.isEmpty() ? "none"
				: entries.stream().map(Object::toString).collect(Collectors.joining("\n              "));
	}

	/**
	 * A gate.
	 *
	 * @param name the name of the gate
	 * @param state the state of the gate
	 * @param opened when the gate opened, or {@code null}
	 */
	record Gate(String name, GateState state, @Nullable Instant opened) {

		private static Gate of(GateSnapshot gate) {
			return new Gate(gate.name(), gate.state(), gate.opened());
		}

		private static Gate of(JsonObject gate) {
			String opened = gate.textOrNull("opened");
			return new Gate(gate.text("name"), gate.constant("state", GateState.class),
					(opened != null) ? Instant.parse(opened) : null);
		}

		@Override
		public String toString() {
			return this.name + " " + this.state;
		}

	}

	/**
	 * A dependency.
	 *
	 * @param name the name of the dependency
	 * @param policy what its loss means
	 * @param status the status of the dependency
	 */
	record Dependency(String name, DependencyPolicy policy, DependencyStatus status) {

		private static Dependency of(DependencySnapshot dependency) {
			return new Dependency(dependency.name(), dependency.policy(), dependency.status());
		}

		private static Dependency of(JsonObject dependency) {
			return new Dependency(dependency.text("name"), dependency.constant("policy", DependencyPolicy.class),
					dependency.constant("status", DependencyStatus.class));
		}

		@Override
		public String toString() {
			return "%s %s, %s".formatted(this.name, this.status, this.policy);
		}

	}

	/**
	 * A declared resource.
	 *
	 * @param kind the kind of resource
	 * @param name the name of the resource
	 * @param change what was done
	 */
	record ProvisionedResource(String kind, String name, Change change) {

		private static ProvisionedResource of(Step step) {
			return new ProvisionedResource(step.id().kind(), step.id().name(), step.change());
		}

		private static ProvisionedResource of(JsonObject resource) {
			return new ProvisionedResource(resource.text("kind"), resource.text("name"),
					resource.constant("change", Change.class));
		}

		boolean exists() {
			return this.change != Change.AWAIT && this.change != Change.DRIFT;
		}

		boolean changed() {
			return this.change != Change.NONE && this.change != Change.ASSERT;
		}

		@Override
		public String toString() {
			return "%s %s '%s'".formatted(this.change.getSymbol(), this.kind, this.name);
		}

	}

	/**
	 * A finding about the configuration.
	 *
	 * @param rule the rule that is broken
	 * @param property the property
	 */
	record ConfigurationFinding(String rule, String property) {

		private static ConfigurationFinding of(Finding finding) {
			return new ConfigurationFinding(finding.rule(), finding.property());
		}

		@Override
		public String toString() {
			return this.rule + " " + this.property;
		}

	}

}
