package dev.groundwork.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All drills, in the order of their play. Drills that mostly wait are played at the same
 * time.
 */
final class Drills {

	private static final List<List<Drill>> PROGRAMME = List.of(List.of(new PackageChain()), List.of(new LazyCircle()),
			List.of(new WaitingCircle(), new BlockedInitialisation()), List.of(new WebSocketLate()),
			List.of(new MissingExchange()), List.of(new MissingIndex()),
			List.of(new BrokerThenSearchLate(), new SearchThenBrokerLate()), List.of(new DormantFault()),
			List.of(new BrokerKilled(), new NetworkCut()), List.of(new SecretMissing()),
			List.of(new SecretUnderAnotherName()), List.of(new SilentFallback()), List.of(new HardCodedAddress()),
			List.of(new HotReload()), List.of(new StaleBuild()), List.of(new HealthyButHanging()),
			List.of(new RollingUpdate()));

	private Drills() {
	}

	static List<Drill> all() {
		return PROGRAMME.stream().flatMap(List::stream).toList();
	}

	/**
	 * Return the programme with some of the drills only.
	 * @param names the names of the drills; empty for all
	 * @return the programme
	 */
	static List<List<Drill>> programme(Set<String> names) {
		List<List<Drill>> chosen = new ArrayList<>();
		for (List<Drill> drills : PROGRAMME) {
			List<Drill> rest = drills.stream()
				.filter((drill) -> names.isEmpty() || names.contains(drill.name()))
				.toList();
			if (!rest.isEmpty()) {
				chosen.add(rest);
			}
		}
		return chosen;
	}

}
