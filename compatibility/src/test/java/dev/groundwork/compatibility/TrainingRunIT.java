package dev.groundwork.compatibility;

import dev.groundwork.compatibility.orders.EagerConfiguration;
import dev.groundwork.compatibility.servlet.ServletApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run that only shows the JVM which classes to archive: {@code spring.context.exit}.
 */
class TrainingRunIT {

	@Test
	void nobodyIsConnectedToWhenTheContextEndsAfterItsRefresh() throws InterruptedException {
		try (Doorbell broker = new Doorbell();
				Doorbell searchNode = new Doorbell();
				Application application = Application.named("training", ClassPath.TOMCAT, ServletApplication.class)
					.options("-Dspring.context.exit=onRefresh")
					.arguments("--spring.rabbitmq.port=" + broker.port(),
							"--spring.elasticsearch.uris=http://localhost:" + searchNode.port(),
							"--spring.main.sources=" + EagerConfiguration.class.getName())
					.start()) {
			assertThat(application.jvm().awaitExit()).as(application.jvm()::log).isZero();
			assertThat(application.jvm().log()).contains("eager orders");
			assertThat(broker.rings()).isZero();
			assertThat(searchNode.rings()).isZero();
		}
	}

}
