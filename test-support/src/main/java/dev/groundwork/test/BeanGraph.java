package dev.groundwork.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Which beans need which others. The edges that a library hides are left out.
 */
final class BeanGraph {

	private final Map<String, Map<String, BeanEdge>> edges = new LinkedHashMap<>();

	private final Set<String> own = new HashSet<>();

	BeanGraph(ConfigurableListableBeanFactory beanFactory, String basePackage) {
		InjectedBeans injected = new InjectedBeans(beanFactory);
		for (String name : beanFactory.getBeanDefinitionNames()) {
			InspectedBean bean = InspectedBean.of(beanFactory, name);
			if (bean.isIn(basePackage)) {
				this.own.add(name);
			}
			List<BeanEdge> asked = injected.edges(bean);
			asked.stream().filter((edge) -> edge.hidden() == null || this.own.contains(name)).forEach(this::add);
			Set<String> known = asked.stream().map(BeanEdge::to).collect(Collectors.toSet());
			Stream.of(beanFactory.getDependenciesForBean(name))
				.filter((dependency) -> !known.contains(dependency))
				.forEach((dependency) -> add(new BeanEdge(name, dependency, null)));
		}
	}

	private void add(BeanEdge edge) {
		this.edges.computeIfAbsent(edge.from(), (from) -> new LinkedHashMap<>())
			.merge(edge.to(), edge, (known, other) -> (known.hidden() == null) ? known : other);
	}

	/**
	 * Return the shortest circle through each bean of the application that no circle
	 * found before goes through.
	 * @return the circles
	 */
	List<BeanCycles.Cycle> cycles() {
		List<BeanCycles.Cycle> cycles = new ArrayList<>();
		Set<String> covered = new HashSet<>();
		for (String name : this.edges.keySet()) {
			if (this.own.contains(name) && !covered.contains(name)) {
				List<BeanEdge> cycle = shortestCycle(name);
				if (!cycle.isEmpty()) {
					cycles.add(cycle(cycle));
					cycle.forEach((edge) -> covered.add(edge.from()));
				}
			}
		}
		return cycles;
	}

	private static BeanCycles.Cycle cycle(List<BeanEdge> edges) {
		return new BeanCycles.Cycle(edges.stream().map(BeanEdge::from).toList(),
				edges.stream().map(BeanEdge::hidden).filter(Objects::nonNull).toList());
	}

	private List<BeanEdge> shortestCycle(String start) {
		Map<String, BeanEdge> reachedBy = new HashMap<>();
		Deque<String> queue = new ArrayDeque<>(List.of(start));
		while (!queue.isEmpty()) {
			for (BeanEdge edge : this.edges.getOrDefault(queue.remove(), Map.of()).values()) {
				if (reachedBy.putIfAbsent(edge.to(), edge) == null) {
					queue.add(edge.to());
				}
			}
		}
		return path(start, reachedBy);
	}

	private static List<BeanEdge> path(String start, Map<String, BeanEdge> reachedBy) {
		List<BeanEdge> path = new ArrayList<>();
		BeanEdge edge = reachedBy.get(start);
		while (edge != null) {
			path.add(0, edge);
			edge = edge.from().equals(start) ? null : reachedBy.get(edge.from());
		}
		return path;
	}

}
