package dev.groundwork.contract.processor;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.autoconfigure.GroundworkContractAutoConfiguration;
import dev.groundwork.contract.ContractViolationException;
import dev.groundwork.contract.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application keeps to what its own code says.
 */
class ContractFromCodeTests {

	private static final String GOOD = "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path output;

	@BeforeEach
	void compile() throws IOException {
		Compilation compilation = Compilation.of(this.output, """
				@ConfigurationProperties("app.jwt")
				public record JwtProperties(
						@SecretProperty(environment = "JWT_SECRET", minBytes = 32) String secret) { }
				""", """
				@Configuration
				@EnableConfigurationProperties(JwtProperties.class)
				public class App { }
				""", """
				@Configuration
				public class BeanApp {
					@Bean @ConfigurationProperties("app.client") Client client() { return new Client(); }
				}
				""", "@Configuration public class Unrelated { }", """
				public class Client {
					private @SecretProperty String key;
					public String getKey() { return this.key; }
					public void setKey(String key) { this.key = key; }
				}
				""");
		assertThat(compilation.errors()).isEmpty();
	}

	@Test
	void whenSecretIsMissingRefusesToStartAndNamesTheCode() {
		run("App", (context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly("missing-secret");
			assertThat(findings(context).get(0).place()).isEqualTo("com.acme.JwtProperties#secret");
			assertThat(findings(context).get(0).remedy()).contains("JWT_SECRET");
		});
	}

	@Test
	void whenSecretIsGoodStarts() {
		run("App", (context) -> assertThat(context).hasNotFailed(), "app.jwt.secret=" + GOOD);
	}

	@Test
	void whenSecretIsShortNamesTheNumberOfTheCode() {
		run("App", (context) -> assertThat(findings(context)).extracting(Finding::rule).containsExactly("short-secret"),
				"app.jwt.secret=8dhJw2kq");
	}

	@Test
	void entryOfTheApplicationReplacesTheAnnotationAsAWhole() {
		run("App", (context) -> assertThat(context).hasNotFailed(),
				"groundwork.contract.secrets[0].property=app.jwt.secret", "app.jwt.secret=8dhJw2kq");
	}

	@Test
	void propertiesOfABeanMethodAreRequired() {
		run("BeanApp", (context) -> assertThat(findings(context)).extracting(Finding::property)
			.containsExactly("app.client.key"));
	}

	@Test
	void typeThatIsNotABeanRequiresNothing() {
		run("Unrelated", (context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void fileThatCannotBeReadIsNamed() throws IOException {
		Path file = this.output.resolve(ContractProcessor.RESOURCE);
		Files.writeString(file, "{ \"secrets\": [ { \"property\": \"app.x\" } ] }");
		run("App", (context) -> {
			assertThat(findings(context)).extracting(Finding::rule).containsExactly("invalid-contract");
			assertThat(findings(context).get(0).place()).contains(file.toString());
		});
	}

	@Test
	void modulesThatContradictEachOtherAreTold(@TempDir Path other) throws IOException {
		Files.createDirectories(other.resolve("META-INF"));
		Files.writeString(other.resolve(ContractProcessor.RESOURCE), """
				{ "secrets": [ { "property": "app.jwt.secret", "type": "com.acme.JwtProperties",
				  "source": "com.other.Jwt#secret" } ] }
				""");
		runner("App", other).withPropertyValues("app.jwt.secret=" + GOOD)
			.run((context) -> assertThat(findings(context)).singleElement()
				.extracting(Finding::reason)
				.asString()
				.contains("com.acme.JwtProperties#secret", "com.other.Jwt#secret"));
	}

	private void run(String application, ContextConsumer<AssertableApplicationContext> consumer, String... properties) {
		runner(application).withPropertyValues(properties).run(consumer);
	}

	private ApplicationContextRunner runner(String application, Path... others) {
		ClassLoader classLoader = new URLClassLoader(Stream.concat(Stream.of(this.output), Stream.of(others))
			.map(ContractFromCodeTests::url)
			.toArray(URL[]::new), getClass().getClassLoader());
		return new ApplicationContextRunner().withClassLoader(classLoader)
			.withConfiguration(AutoConfigurations.of(GroundworkContractAutoConfiguration.class))
			.withUserConfiguration(ClassUtils.resolveClassName("com.acme." + application, classLoader));
	}

	private static URL url(Path directory) {
		try {
			return directory.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new AssertionError(ex);
		}
	}

	private static List<Finding> findings(AssertableApplicationContext context) {
		assertThat(context.getStartupFailure()).isInstanceOf(ContractViolationException.class);
		return ((ContractViolationException) context.getStartupFailure()).findings();
	}

}
