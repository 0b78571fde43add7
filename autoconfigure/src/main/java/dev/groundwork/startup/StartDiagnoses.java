package dev.groundwork.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Says why a start does not get any further.
 */
final class StartDiagnoses {

	private static final String MORE_TIME = "Remove the cause, or allow more time with 'groundwork.startup.deadline'.";

	private final StartupObservation observation;

	private final WaitGraphText text;

	StartDiagnoses(StartupObservation observation, WaitGraphText text) {
		this.observation = observation;
		this.text = text;
	}

	Diagnosis circle(List<Wait> cycle) {
		boolean certain = cycle.stream().allMatch(Wait::certain);
		return new Diagnosis(certain ? FailureKind.PERMANENT : FailureKind.TRANSIENT, WaitGraph.path(cycle),
				certain ? "they wait for each other" : "they probably wait for each other",
				evidence(this.text.lines(cycle, List.of())),
				"Break the circle in one place: do not wait in a constructor or an initializer for what another "
						+ "thread does, do not ask for beans there, and take locks in the same order everywhere.");
	}

	/**
	 * Return what holds back the start.
	 * @param waits who waits for whom
	 * @param idle the time without progress
	 * @return at least one diagnosis
	 */
	List<Diagnosis> overdue(WaitGraph waits, Duration idle) {
		List<Diagnosis> diagnoses = new ArrayList<>();
		List<Wait> cycle = waits.cycle();
		if (!cycle.isEmpty()) {
			diagnoses.add(circle(cycle));
		}
		Set<String> told = cycle.stream().map((wait) -> String.valueOf(wait.thread())).collect(Collectors.toSet());
		beans().values()
			.stream()
			.filter((beans) -> !told.contains(beans.get(0).thread()))
			.forEach((beans) -> diagnoses.add(bean(beans, idle)));
		this.observation.otherWaits().forEach((wait) -> diagnoses.add(other(wait, idle)));
		if (diagnoses.isEmpty()) {
			String thread = this.observation.startingThread().getName();
			diagnoses
				.add(new Diagnosis(FailureKind.TRANSIENT, "Thread '%s', which starts the application".formatted(thread),
						"no progress for %d s".formatted(idle.toSeconds()), stack(thread), MORE_TIME));
		}
		return diagnoses;
	}

	private Map<Long, List<BeanInCreation>> beans() {
		Map<Long, List<BeanInCreation>> beans = new LinkedHashMap<>();
		this.observation.beans()
			.forEach((bean) -> beans.computeIfAbsent(bean.threadId(), (id) -> new ArrayList<>()).add(bean));
		return beans;
	}

	private Diagnosis bean(List<BeanInCreation> beans, Duration idle) {
		BeanInCreation innermost = beans.get(beans.size() - 1);
		String path = String.join(" → ", beans.stream().map(BeanInCreation::name).toList());
		return new Diagnosis(FailureKind.TRANSIENT, "Bean '%s'".formatted(innermost.name()),
				"not created on thread '%s', no progress for %d s%s".formatted(innermost.thread(), idle.toSeconds(),
						(beans.size() > 1) ? ", needed by " + path : ""),
				stack(innermost.thread()), MORE_TIME);
	}

	private Diagnosis other(Wait wait, Duration idle) {
		return new Diagnosis(FailureKind.TRANSIENT, "Readiness, which waits for '%s'".formatted(wait.target()),
				"no progress for %d s".formatted(idle.toSeconds()), wait.reason(), MORE_TIME);
	}

	private String stack(String thread) {
		return evidence(this.text.stackLines(List.of(), Set.of(thread)));
	}

	private static String evidence(List<String> lines) {
		// The report indents the first line only
		return lines.stream().collect(Collectors.joining(System.lineSeparator() + "  ")).strip();
	}

}
