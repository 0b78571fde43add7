package dev.groundwork.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WaitGraphAssembly}.
 */
class WaitGraphAssemblyTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

	private static final long MAIN = 1;

	private static final long LOADER = 2;

	@Test
	void outerBeanWaitsForTheInner() {
		assertThat(edges(graph(List.of(runnable(MAIN, "main")), bean("web", 10, MAIN), bean("cache", 20, MAIN))))
			.containsExactly("web>cache");
	}

	@Test
	void threadThatWantsBeanInCreationWaitsForIt() {
		WaitGraph graph = graph(List.of(runnable(MAIN, "main"), wantingBean(LOADER, "loader")), bean("cache", 10, MAIN),
				bean("redis", 20, LOADER), bean("cache", 30, LOADER));
		assertThat(edges(graph)).containsExactly("redis>cache");
		assertThat(graph.waits()).allMatch(Wait::certain);
	}

	@Test
	void threadThatCreatesBeanOfTheSameNameDoesNotWaitForIt() {
		WaitGraph graph = graph(List.of(runnable(MAIN, "main"), runnable(LOADER, "loader")),
				bean("prototype", 10, MAIN), bean("prototype", 20, LOADER));
		assertThat(graph.waits()).isEmpty();
	}

	@Test
	void threadThatWaitsForLockWaitsForWhatItsOwnerDoes() {
		WaitGraph graph = graph(List.of(blockedBy(MAIN, "main", LOADER), blockedBy(LOADER, "loader", MAIN)),
				bean("cache", 10, MAIN), bean("redis", 20, LOADER));
		assertThat(WaitGraph.path(graph.deadlock())).isEqualTo("cache → redis → cache");
		assertThat(graph.waits().get(0).reason()).isEqualTo("'loader' holds lock");
	}

	@Test
	void threadsWithoutBeanOrTaskHaveTheirOwnName() {
		WaitGraph graph = graph(List.of(blockedBy(MAIN, "one", LOADER), blockedBy(LOADER, "other", MAIN)));
		assertThat(WaitGraph.path(graph.deadlock())).isEqualTo("one → other → one");
	}

	@Test
	void threadThatRunsTaskIsTheTask() {
		WaitGraph graph = WaitGraphAssembly
			.of(new StartMoment(NOW, List.of(blockedBy(MAIN, "main", LOADER), runnable(LOADER, "groundwork-1")),
					List.of(bean("cache", 10, MAIN)), Map.of(LOADER, task("rabbitmq")), List.of()));
		assertThat(edges(graph)).containsExactly("cache>rabbitmq");
	}

	@Test
	void parkedThreadWaitsProbablyForTheLaterOneThatWaitsForIt() {
		WaitGraph graph = graph(List.of(parked(MAIN, "main"), wantingBean(LOADER, "loader")), bean("web", 5, MAIN),
				bean("cache", 10, MAIN), bean("redis", 20, LOADER), bean("pool", 21, LOADER),
				bean("cache", 22, LOADER));
		assertThat(WaitGraph.path(graph.cycle())).isEqualTo("cache → redis → pool → cache");
		assertThat(graph.deadlock()).isEmpty();
		assertThat(graph.waits()).filteredOn((wait) -> !wait.certain())
			.singleElement()
			.satisfies((wait) -> assertThat(wait.waiter()).isEqualTo("cache"));
	}

	@Test
	void parkedThreadDoesNotWaitForOneThatBeganEarlier() {
		WaitGraph graph = graph(List.of(parked(MAIN, "main"), wantingBean(LOADER, "loader")), bean("redis", 5, LOADER),
				bean("cache", 10, MAIN), bean("cache", 22, LOADER));
		assertThat(graph.waits()).allMatch(Wait::certain);
	}

	@Test
	void parkedThreadForWhichNobodyWaitsIsNotSaidToWait() {
		WaitGraph graph = graph(List.of(parked(MAIN, "main"), parked(LOADER, "loader")), bean("cache", 10, MAIN),
				bean("redis", 20, LOADER));
		assertThat(graph.waits()).isEmpty();
	}

	@Test
	void tasksThatSayThatTheyWaitForEachOtherAreCycle() {
		WaitGraph graph = WaitGraphAssembly.of(new StartMoment(NOW, List.of(), List.of(), Map.of(),
				List.of(told("users", "search"), told("search", "users"))));
		assertThat(WaitGraph.path(graph.cycle())).isEqualTo("users → search → users");
		assertThat(graph.deadlock()).isEmpty();
	}

	@Test
	void beanWithTheNameOfTaskIsNotTheTask() {
		WaitGraph graph = WaitGraphAssembly.of(new StartMoment(NOW, List.of(runnable(LOADER, "groundwork-1")),
				List.of(bean("rabbitmq", 10, LOADER)), Map.of(LOADER, task("rabbitmq")), List.of()));
		assertThat(graph.cycle()).isEmpty();
		assertThat(edges(graph)).containsExactly("rabbitmq>bean 'rabbitmq' on 'thread-2'");
	}

	@Property
	void deadlockIsFoundExactlyWhereOwnersFormCircle(@ForAll("owners") List<Integer> owners) {
		assertThat(graph(threads(owners)).deadlock().isEmpty()).isEqualTo(!hasCircle(owners));
	}

	@Property
	void orderOfThreadsDoesNotMatter(@ForAll("owners") List<Integer> owners, @ForAll long seed) {
		List<ThreadSnapshot> threads = new ArrayList<>(threads(owners));
		Set<String> expected = new HashSet<>(edges(graph(threads)));
		Collections.shuffle(threads, new Random(seed));
		assertThat(edges(graph(threads))).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Property
	void everyWaitThatIsConcludedClosesCircle(@ForAll("owners") List<Integer> owners,
			@ForAll("beans") List<Integer> creators) {
		List<ThreadSnapshot> threads = IntStream.range(0, owners.size())
			.mapToObj((index) -> (owners.get(index) == index) ? parked(index, "thread-" + index)
					: blockedBy(index, "thread-" + index, owners.get(index)))
			.toList();
		List<BeanInCreation> beans = new ArrayList<>();
		for (int index = 0; index < creators.size(); index++) {
			beans.add(bean("bean-" + index, index, creators.get(index)));
		}
		WaitGraph graph = graph(threads, beans.toArray(BeanInCreation[]::new));
		for (Wait wait : graph.waits()) {
			if (!wait.certain()) {
				assertThat(reaches(graph, wait.target(), wait.waiter())).as(wait.toString()).isTrue();
			}
		}
	}

	@Property
	void beansOfOneThreadAreNeverCycle(@ForAll("beans") List<Integer> names) {
		List<BeanInCreation> beans = new ArrayList<>();
		for (int index = 0; index < names.size(); index++) {
			beans.add(bean("bean-" + names.get(index), index, MAIN));
		}
		assertThat(graph(List.of(runnable(MAIN, "main")), beans.toArray(BeanInCreation[]::new)).cycle()).isEmpty();
	}

	@Provide
	Arbitrary<List<Integer>> owners() {
		return Arbitraries.integers()
			.between(1, 8)
			.flatMap((size) -> Arbitraries.integers().between(0, size - 1).list().ofSize(size));
	}

	@Provide
	Arbitrary<List<Integer>> beans() {
		return Arbitraries.integers().between(0, 5).list().ofMaxSize(12);
	}

	/**
	 * Thread n waits for a lock of thread owners(n); a thread that owns its own does not.
	 * @param owners the owner for each thread
	 * @return the threads
	 */
	private static List<ThreadSnapshot> threads(List<Integer> owners) {
		return IntStream.range(0, owners.size())
			.mapToObj((index) -> blockedBy(index, "thread-" + index, owners.get(index)))
			.toList();
	}

	private static boolean hasCircle(List<Integer> owners) {
		for (int start = 0; start < owners.size(); start++) {
			int current = start;
			for (int step = 0; step < owners.size() && owners.get(current) != current; step++) {
				current = owners.get(current);
				if (current == start) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean reaches(WaitGraph graph, String from, String target) {
		Set<String> reached = new HashSet<>(Set.of(from));
		boolean grown = true;
		while (grown) {
			grown = false;
			for (Wait wait : graph.waits()) {
				grown |= reached.contains(wait.waiter()) && reached.add(wait.target());
			}
		}
		return reached.contains(target);
	}

	private static List<String> edges(WaitGraph graph) {
		return graph.waits().stream().map((wait) -> wait.waiter() + ">" + wait.target()).toList();
	}

	private static WaitGraph graph(List<ThreadSnapshot> threads, BeanInCreation... beans) {
		return WaitGraphAssembly.of(new StartMoment(NOW, threads, List.of(beans), Map.of(), List.of()));
	}

	private static BeanInCreation bean(String name, int second, long thread) {
		return new BeanInCreation(name, NOW.minusSeconds(60).plusSeconds(second), "thread-" + thread, thread);
	}

	private static ThreadSnapshot runnable(long id, String name) {
		return thread(id, name, false, null, ThreadSnapshot.NOBODY, false);
	}

	private static ThreadSnapshot parked(long id, String name) {
		return thread(id, name, true, "future", ThreadSnapshot.NOBODY, false);
	}

	private static ThreadSnapshot blockedBy(long id, String name, long owner) {
		return thread(id, name, true, "lock", owner, false);
	}

	private static ThreadSnapshot wantingBean(long id, String name) {
		return thread(id, name, true, "lock", ThreadSnapshot.NOBODY, true);
	}

	private static ThreadSnapshot thread(long id, String name, boolean blocked, @Nullable String lock, long owner,
			boolean wantsBean) {
		return new ThreadSnapshot(id, name, blocked, lock, owner, wantsBean);
	}

	private static TaskSnapshot task(String name) {
		return new TaskSnapshot(name, List.of(), TaskState.RUNNING, NOW, Duration.ofSeconds(5), null, List.of());
	}

	private static Wait told(String waiter, String target) {
		return new Wait(waiter, target, "has told so", Duration.ZERO, null, true);
	}

}
