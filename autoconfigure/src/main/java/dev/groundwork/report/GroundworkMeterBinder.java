package dev.groundwork.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import dev.groundwork.plan.Change;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GateSnapshot;
import dev.groundwork.readiness.GateState;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.report.GroundworkMeter.Key;
import dev.groundwork.startup.TaskSnapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * {@link MeterBinder} for every {@link GroundworkMeter}. A meter reads the report of the
 * moment and waits for nothing. Gates, dependencies and back ends become known while the
 * application starts: {@link #refresh()} adds the meters of those that are new. When the
 * application closes, its meters go, so that another one in the same JVM has its own.
 *
 * @since 0.1.0
 */
public final class GroundworkMeterBinder implements MeterBinder, AutoCloseable {

	private final Supplier<GroundworkReport> reports;

	private final Map<MeterRegistry, Map<Meter.Id, Meter>> bound = new LinkedHashMap<>();

	/**
	 * Create a new {@link GroundworkMeterBinder} instance.
	 * @param reports makes a report without waiting for anything
	 */
	public GroundworkMeterBinder(Supplier<GroundworkReport> reports) {
		this.reports = reports;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.bound.putIfAbsent(registry, new LinkedHashMap<>());
		refresh();
	}

	/**
	 * Add the meters of what has become known since.
	 */
	public synchronized void refresh() {
		GroundworkReport report = this.reports.get();
		Set<Row> rows = new HashSet<>();
		rows.add(new Row(GroundworkMeter.READY, Tags.empty(), (current) -> flag(current.ready())));
		rows.add(new Row(GroundworkMeter.TIME_TO_READY, Tags.empty(), (current) -> seconds(current.timeToReady())));
		addStates(rows, GroundworkMeter.READINESS_STATE, Tags.empty(), ReadinessState.values(),
				(current) -> current.readiness().state());
		report.gates().forEach((gate) -> addGate(rows, gate.name()));
		report.readiness().dependencies().forEach((dependency) -> addDependency(rows, dependency));
		report.tasks().forEach((task) -> addTask(rows, task.name()));
		report.provisioning().forEach((result) -> addBackEnd(rows, result.backEnd()));
		this.bound.forEach((registry, meters) -> register(registry, meters, rows));
	}

	private void register(MeterRegistry registry, Map<Meter.Id, Meter> meters, Set<Row> rows) {
		Set<Meter.Id> wanted = new HashSet<>();
		rows.forEach((row) -> {
			Meter.Id id = row.id();
			wanted.add(id);
			meters.computeIfAbsent(id, (added) -> {
				// One of an application that was closed would keep its value for ever
				registry.removeByPreFilterId(added);
				return Gauge.builder(id.getName(), () -> row.value().applyAsDouble(this.reports.get()))
					.tags(row.tags())
					.baseUnit(id.getBaseUnit())
					.description(id.getDescription())
					.register(registry);
			});
		});
		meters.entrySet().removeIf((entry) -> {
			boolean gone = !wanted.contains(entry.getKey());
			if (gone) {
				registry.remove(entry.getValue());
			}
			return gone;
		});
	}

	private static void addGate(Set<Row> rows, String name) {
		addStates(rows, GroundworkMeter.GATE_STATE, tags(Key.GATE, name), GateState.values(),
				(report) -> find(report.gates(), GateSnapshot::name, name, GateSnapshot::state));
	}

	private static void addDependency(Set<Row> rows, DependencySnapshot dependency) {
		addStates(rows, GroundworkMeter.DEPENDENCY_STATE,
				tags(Key.DEPENDENCY, dependency.name()).and(Key.POLICY.asString(), word(dependency.policy())),
				DependencyStatus.values(), (report) -> find(report.readiness().dependencies(), DependencySnapshot::name,
						dependency.name(), DependencySnapshot::status));
	}

	private static void addTask(Set<Row> rows, String name) {
		rows.add(new Row(GroundworkMeter.TASK_DURATION, tags(Key.TASK, name),
				(report) -> seconds(find(report.tasks(), TaskSnapshot::name, name, TaskSnapshot::elapsed))));
		rows.add(new Row(GroundworkMeter.TASK_FAILURES, tags(Key.TASK, name),
				(report) -> number(find(report.tasks(), TaskSnapshot::name, name, (task) -> task.failures().size()))));
	}

	private static void addBackEnd(Set<Row> rows, String name) {
		rows.add(new Row(GroundworkMeter.PROVISIONING_ATTEMPTS, tags(Key.BACK_END, name), (report) -> number(
				find(report.provisioning(), ProvisioningResult::backEnd, name, ProvisioningResult::attempts))));
		rows.add(new Row(GroundworkMeter.PROVISIONING_DURATION, tags(Key.BACK_END, name), (report) -> seconds(
				find(report.provisioning(), ProvisioningResult::backEnd, name, ProvisioningResult::took))));
		for (Change change : Change.values()) {
			rows.add(new Row(GroundworkMeter.PROVISIONING_RESOURCES,
					tags(Key.BACK_END, name).and(Key.CHANGE.asString(), word(change)),
					(report) -> number(find(report.provisioning(), ProvisioningResult::backEnd, name,
							(result) -> count(result, change)))));
		}
	}

	private static long count(ProvisioningResult result, Change change) {
		return result.steps().stream().filter((step) -> step.change() == change).count();
	}

	private static <E extends Enum<E>> void addStates(Set<Row> rows, GroundworkMeter meter, Tags tags, E[] states,
			Function<GroundworkReport, @Nullable E> current) {
		Arrays.stream(states)
			.forEach((state) -> rows.add(new Row(meter, tags.and(Key.STATE.asString(), word(state)),
					(report) -> flag(current.apply(report) == state))));
	}

	private static <T, V> @Nullable V find(List<T> all, Function<T, String> name, String wanted, Function<T, V> value) {
		return all.stream().filter((each) -> name.apply(each).equals(wanted)).findFirst().map(value).orElse(null);
	}

	private static Tags tags(Key key, String value) {
		return Tags.of(key.asString(), value);
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static double flag(boolean set) {
		return set ? 1 : 0;
	}

	private static double number(@Nullable Number number) {
		return (number != null) ? number.doubleValue() : Double.NaN;
	}

	private static double seconds(@Nullable Duration duration) {
		return (duration != null) ? duration.toNanos() / 1e9 : Double.NaN;
	}

	@Override
	public synchronized void close() {
		this.bound.forEach((registry, meters) -> meters.values().forEach(registry::remove));
		this.bound.clear();
	}

	/**
	 * One time series.
	 *
	 * @param meter the meter
	 * @param tags the tags
	 * @param value reads the value
	 */
	private record Row(GroundworkMeter meter, Tags tags, ToDoubleFunction<GroundworkReport> value) {

		Meter.Id id() {
			String unit = this.meter.getBaseUnit();
			return new Meter.Id(this.meter.getName(), this.tags, unit.isEmpty() ? null : unit, null, Meter.Type.GAUGE);
		}

	}

}
