package dev.groundwork.test;

import java.util.List;
import java.util.stream.Collectors;

import dev.groundwork.autoconfigure.GroundworkLint;
import dev.groundwork.plan.LintFinding;

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

	private final UnstartedApplication application;

	private DeclarationLint(UnstartedApplication application) {
		this.application = application;
	}

	/**
	 * Create a check of the given application. Its configuration contract is not
	 * enforced: a test has no secrets.
	 * @param application the class with {@code @SpringBootApplication}
	 * @return the check
	 */
	public static DeclarationLint of(Class<?> application) {
		return new DeclarationLint(new UnstartedApplication(application));
	}

	/**
	 * Set properties of the application.
	 * @param properties the properties, each in the form {@code name=value}
	 * @return a check with these properties too
	 */
	public DeclarationLint withProperties(String... properties) {
		return new DeclarationLint(this.application.withProperties(properties));
	}

	/**
	 * Create the application's beans and check what they declare.
	 * @return every finding, errors first; empty if there is none
	 * @throws RuntimeException if the beans cannot be created
	 */
	public List<LintFinding> findings() {
		return this.application.look((context) -> context.getBean(GroundworkLint.class).findings());
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
