package dev.groundwork.compatibility;

import dev.groundwork.compatibility.servlet.ServletApplication;
import dev.groundwork.contract.ContractViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code spring.main.lazy-initialization}.
 */
class LazyInitializationIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	@Test
	void promisesAreKeptThoughEveryBeanIsLazy() {
		try (ConfigurableApplicationContext context = servers.run("lazy", lazyApplication())) {
			servers.assertPromisesAreKept("lazy", Actuator.of(context).awaitReady());
		}
	}

	@Test
	void contractIsStillCheckedFirst() {
		assertThatExceptionOfType(ContractViolationException.class)
			.isThrownBy(() -> lazyApplication().run("--spring.application.name=unlawful", "--server.port=0"));
	}

	private static SpringApplicationBuilder lazyApplication() {
		return new SpringApplicationBuilder(ServletApplication.class).lazyInitialization(true);
	}

}
