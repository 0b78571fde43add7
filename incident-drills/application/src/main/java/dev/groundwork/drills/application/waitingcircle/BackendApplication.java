package dev.groundwork.drills.application.waitingcircle;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Backend whose cache waits for what another thread initialises, which needs the cache.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class BackendApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BackendApplication.class, arguments);
	}

	@Bean
	Object cache(BeanFactory services) {
		Executor background = (task) -> new Thread(task, "initialize-services").start();
		return CompletableFuture.supplyAsync(() -> services.getBean("redis"), background).join();
	}

	@Bean
	Object redis(BeanFactory services) {
		return services.getBean("pool");
	}

	@Bean
	Object pool(BeanFactory services) {
		return services.getBean("cache");
	}

}
