package dev.groundwork.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link WaitGraph} of what is seen of a start at one moment. Pure.
 * <p>
 * A thread is a chain: the task that it runs, and then the beans that it creates, each
 * inside the one before. Others wait for the end of the chain, which is what has to get
 * any further, or for its beginning where they want all of it.
 */
final class WaitGraphAssembly {

	private final StartMoment moment;

	private final Map<Long, ThreadSnapshot> threads;

	private final Map<Long, Chain> chains = new LinkedHashMap<>();

	private final Map<BeanInCreation, String> beanLabels = new HashMap<>();

	private final Set<String> labels = new HashSet<>();

	private final Map<Chain, List<Wait>> waits = new LinkedHashMap<>();

	private WaitGraphAssembly(StartMoment moment) {
		this.moment = moment;
		this.threads = moment.threads()
			.stream()
			.collect(Collectors.toMap(ThreadSnapshot::id, (thread) -> thread, (first, second) -> first,
					LinkedHashMap::new));
		moment.told().forEach((wait) -> this.labels.add(wait.waiter()));
		moment.running().values().forEach((task) -> this.labels.add(task.name()));
		beansByThread().forEach((id, beans) -> this.chains.put(id, chain(id, beans)));
		moment.running().keySet().forEach((id) -> this.chains.computeIfAbsent(id, (key) -> chain(key, List.of())));
		this.threads.values()
			.stream()
			.filter(ThreadSnapshot::waitsForOwner)
			.flatMap((thread) -> Stream.of(thread.id(), thread.ownerId()))
			.forEach((id) -> this.chains.computeIfAbsent(id, (key) -> chain(key, List.of())));
	}

	static WaitGraph of(StartMoment moment) {
		WaitGraphAssembly assembly = new WaitGraphAssembly(moment);
		assembly.addCertain();
		assembly.addConcluded();
		return new WaitGraph(assembly.all().toList());
	}

	private Map<Long, List<BeanInCreation>> beansByThread() {
		return this.moment.beans()
			.stream()
			.collect(Collectors.groupingBy(BeanInCreation::threadId, LinkedHashMap::new, Collectors.toList()));
	}

	private Chain chain(long id, List<BeanInCreation> beans) {
		ThreadSnapshot thread = this.threads.get(id);
		List<Node> nodes = new ArrayList<>();
		TaskSnapshot task = this.moment.running().get(id);
		if (task != null) {
			nodes.add(new Node(task.name(), this.moment.now().minus(task.elapsed())));
		}
		BeanInCreation wanted = null;
		String outer = "";
		for (BeanInCreation bean : beans) {
			boolean innermost = bean == beans.get(beans.size() - 1);
			wanted = (innermost && thread != null && thread.wantsBean()) ? creator(bean) : null;
			if (wanted == null && !bean.name().equals(outer)) {
				nodes.add(new Node(beanLabel(bean), bean.since()));
			}
			outer = bean.name();
		}
		String name = (thread != null) ? thread.name() : "thread " + id;
		String label = nodes.isEmpty() ? unique(name, "thread '%s'".formatted(name)) : name;
		return new Chain(name, label, thread, List.copyOf(nodes), wanted);
	}

	/**
	 * Return the bean in creation that the thread which opened the given one waits for.
	 * @param wanted the bean that a thread wants
	 * @return the bean of the same name that another thread began to create before
	 */
	private @Nullable BeanInCreation creator(BeanInCreation wanted) {
		return this.moment.beans()
			.stream()
			.filter((bean) -> bean.name().equals(wanted.name()) && bean.threadId() != wanted.threadId()
					&& bean.since().isBefore(wanted.since()))
			.min(Comparator.comparing(BeanInCreation::since))
			.orElse(null);
	}

	private String beanLabel(BeanInCreation bean) {
		return this.beanLabels.computeIfAbsent(bean,
				(key) -> unique(key.name(), "bean '%s' on '%s'".formatted(key.name(), key.thread())));
	}

	private String unique(String name, String otherwise) {
		if (this.labels.add(name)) {
			return name;
		}
		String label = otherwise;
		for (int number = 2; !this.labels.add(label); number++) {
			label = "%s (%d)".formatted(otherwise, number);
		}
		return label;
	}

	private void addCertain() {
		this.chains.values().forEach((chain) -> this.waits.put(chain, new ArrayList<>()));
		this.chains.values().forEach(this::addInside);
		this.chains.values().forEach(this::addAwaited);
	}

	private void addInside(Chain chain) {
		for (int index = 1; index < chain.nodes().size(); index++) {
			Node inner = chain.nodes().get(index);
			add(chain.nodes().get(index - 1).label(), inner.label(), "needs it", inner.since(), chain, true);
		}
	}

	private void addAwaited(Chain chain) {
		ThreadSnapshot thread = chain.thread();
		BeanInCreation wanted = chain.wanted();
		if (thread == null) {
			return;
		}
		boolean owned = thread.waitsForOwner();
		if (wanted != null && (!owned || thread.ownerId() == wanted.threadId())) {
			add(chain.last(), beanLabel(wanted), "is created on '%s'".formatted(wanted.thread()), chain.since(), chain,
					true);
		}
		else if (owned) {
			Chain owner = Objects.requireNonNull(this.chains.get(thread.ownerId()));
			add(chain.last(), owner.last(), "'%s' holds %s".formatted(owner.name(), thread.lock()), chain.since(),
					chain, true);
		}
	}

	/**
	 * Add what nobody can see: a thread that is parked on a future or a latch does not
	 * say who is to complete it. Where a thread that began later waits for the parked one
	 * it is likely to be that thread.
	 */
	private void addConcluded() {
		for (Chain parked : List.copyOf(this.chains.values())) {
			ThreadSnapshot thread = parked.thread();
			if (thread != null && parked.wanted() == null && !parked.nodes().isEmpty() && thread.waitsForSomebody()) {
				completing(parked).ifPresent((other) -> add(parked.last(), other.first(),
						"parked on %s, and '%s' waits for it".formatted(thread.lock(), other.name()), parked.since(),
						parked, false));
			}
		}
	}

	private Optional<Chain> completing(Chain parked) {
		Set<String> own = parked.nodes().stream().map(Node::label).collect(Collectors.toSet());
		return this.chains.values()
			.stream()
			.filter((other) -> other != parked && other.beganAfter(parked))
			.filter((other) -> reaches(other.first(), own))
			.findFirst();
	}

	private boolean reaches(String from, Set<String> targets) {
		Set<String> seen = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(from));
		while (!open.isEmpty()) {
			String label = open.pop();
			if (targets.contains(label)) {
				return true;
			}
			if (seen.add(label)) {
				all().filter((wait) -> wait.waiter().equals(label)).forEach((wait) -> open.push(wait.target()));
			}
		}
		return false;
	}

	private void add(String waiter, String target, String reason, @Nullable Instant since, Chain chain,
			boolean certain) {
		Duration elapsed = (since != null) ? Duration.between(since, this.moment.now()) : Duration.ZERO;
		Objects.requireNonNull(this.waits.get(chain))
			.add(new Wait(waiter, target, reason, elapsed.isNegative() ? Duration.ZERO : elapsed, chain.name(),
					certain));
	}

	private Stream<Wait> all() {
		return Stream.concat(this.moment.told().stream(), this.waits.values().stream().flatMap(List::stream));
	}

	private record Node(String label, Instant since) {
	}

	private record Chain(String name, String label, @Nullable ThreadSnapshot thread, List<Node> nodes,
			@Nullable BeanInCreation wanted) {

		String first() {
			return this.nodes.isEmpty() ? this.label : this.nodes.get(0).label();
		}

		String last() {
			return this.nodes.isEmpty() ? this.label : this.nodes.get(this.nodes.size() - 1).label();
		}

		@Nullable Instant since() {
			return this.nodes.isEmpty() ? null : this.nodes.get(this.nodes.size() - 1).since();
		}

		boolean beganAfter(Chain other) {
			return this.nodes.isEmpty() || other.nodes.isEmpty()
					|| !this.nodes.get(0).since().isBefore(other.nodes.get(other.nodes.size() - 1).since());
		}

	}

}
