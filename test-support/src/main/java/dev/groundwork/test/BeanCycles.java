package dev.groundwork.test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Finds beans that need each other in a circle, also where {@code @Lazy} or an
 * {@code ObjectProvider} hides it from Spring: the application starts, and the circle
 * shows as a deadlock or a stack overflow when it is used. <pre class="code">
 * &#064;Test
 * void beansHaveNoCycles() {
 *     BeanCycles.of(OrdersApplication.class).requireNone();
 * }
 * </pre>
 * <p>
 * What is injected is looked at: parameters of constructors and factory methods, fields
 * and methods to be injected, what a bean definition refers to or depends on. A circle
 * that only a library hides is none of the application's and left out. What a bean looks
 * up in the bean factory by itself is not seen.
 *
 * @since 0.1.0
 */
public final class BeanCycles {

	private final List<Cycle> cycles;

	private BeanCycles(List<Cycle> cycles) {
		this.cycles = List.copyOf(cycles);
	}

	/**
	 * Create the beans of an application and look for circles. Nothing is started.
	 * @param application the class with {@code @SpringBootApplication}
	 * @param properties properties of the application, each in the form
	 * {@code name=value}
	 * @return what was found
	 * @throws RuntimeException if the beans cannot be created
	 */
	public static BeanCycles of(Class<?> application, String... properties) {
		return new UnstartedApplication(application).withProperties(properties)
			.look((context) -> in(context, application.getPackageName()));
	}

	/**
	 * Look for circles among the beans of a context.
	 * @param context the context
	 * @param basePackage the package of the application: beans of types in or below it
	 * are its own
	 * @return what was found
	 */
	public static BeanCycles in(ConfigurableApplicationContext context, String basePackage) {
		return new BeanCycles(new BeanGraph(context.getBeanFactory(), basePackage).cycles());
	}

	/**
	 * Return what was found: the shortest circle through each group of beans that need
	 * each other.
	 * @return the circles, empty if there is none
	 */
	public List<Cycle> cycles() {
		return this.cycles;
	}

	/**
	 * Require that there is no circle.
	 * @throws AssertionError if there is; names each path and what hides it
	 */
	public void requireNone() {
		if (!this.cycles.isEmpty()) {
			throw new AssertionError(this.cycles.stream()
				.map(Cycle::toString)
				.collect(Collectors.joining(System.lineSeparator(), "Beans need each other in a circle:%n".formatted(),
						"")));
		}
	}

	/**
	 * A circle of beans.
	 *
	 * @param beans the names of the beans along the circle, each needing the next and the
	 * last the first
	 * @param hidden what hides the circle from Spring, such as
	 * {@code constructor of 'pool' asks for 'cache' with @Lazy}; empty if nothing does
	 */
	public record Cycle(List<String> beans, List<String> hidden) {

		public Cycle {
			beans = List.copyOf(beans);
			hidden = List.copyOf(hidden);
		}

		/**
		 * Return the circle for people to read.
		 * @return the path, such as {@code cache → redis → cache}, and a line for
		 * whatever hides it
		 */
		@Override
		public String toString() {
			List<String> lines = new ArrayList<>();
			lines.add(String.join(" → ", this.beans) + " → " + this.beans.get(0));
			this.hidden.forEach((line) -> lines.add("    hidden: " + line));
			return String.join(System.lineSeparator(), lines);
		}

	}

}
