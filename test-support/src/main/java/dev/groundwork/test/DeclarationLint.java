package dev.groundwork.test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.groundwork.autoconfigure.GroundworkLint;
import dev.groundwork.plan.LintFinding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Checks what an application declares by Groundwork's rules in a unit test. The
 * application's beans are created and nothing is started: no port is bound, no server is
 * asked, no listener, runner or scheduled method runs. <pre class="code">
 * &#064;Test
 * void whatIsDeclaredKeepsTheRules() {
 *     DeclarationLint.of(OrdersApplication.class).requireClean();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class DeclarationLint {

	private final Class<?> application;

	private final List<String> arguments;

	private DeclarationLint(Class<?> application, List<String> arguments) {
		this.application = application;
		this.arguments = List.copyOf(arguments);
	}

	/**
	 * Create a check of the given application. Its configuration contract is not
	 * enforced: a test has no secrets.
	 * @param application the class with {@code @SpringBootApplication}
	 * @return the check
	 */
	public static DeclarationLint of(Class<?> application) {
		return new DeclarationLint(application, List.of("--groundwork.contract.enabled=false"));
	}

	/**
	 * Set properties of the application.
	 * @param properties the properties, each in the form {@code name=value}
	 * @return a check with these properties too
	 */
	public DeclarationLint withProperties(String... properties) {
		List<String> all = new ArrayList<>(this.arguments);
		for (String property : properties) {
			all.add("--" + property);
		}
		return new DeclarationLint(this.application, all);
	}

	/**
	 * Create the application's beans and check what they declare.
	 * @return every finding, errors first; empty if there is none
	 * @throws RuntimeException if the beans cannot be created
	 */
	public List<LintFinding> findings() {
		SpringApplication springApplication = new SpringApplication(this.application);
		List<LintFinding> findings = new ArrayList<>();
		springApplication.addInitializers((context) -> context.getBeanFactory()
			.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
					new AbandoningLifecycle(() -> findings.addAll(lint(context)), context)));
		try {
			springApplication.run(this.arguments.toArray(String[]::new));
		}
		catch (AbandonedRunException ex) {
			return List.copyOf(findings);
		}
		throw new IllegalStateException("The application was to be abandoned before it starts");
	}

	private static List<LintFinding> lint(ConfigurableApplicationContext context) {
		return context.getBean(GroundworkLint.class).findings();
	}

	/**
	 * Require that there is no finding, not even a warning.
	 * @throws AssertionError if there is; names every finding and its remedy
	 */
	public void requireClean() {
		List<LintFinding> findings = findings();
		if (!findings.isEmpty()) {
			throw new AssertionError(findings.stream()
				.map((finding) -> "%s %s%n    %s".formatted(finding.severity(), finding, finding.violation().remedy()))
				.collect(Collectors.joining(System.lineSeparator(), "What is declared breaks the rules:%n".formatted(),
						"")));
		}
	}

}
