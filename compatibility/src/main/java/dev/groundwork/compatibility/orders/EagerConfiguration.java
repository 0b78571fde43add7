package dev.groundwork.compatibility.orders;

import dev.groundwork.autoconfigure.GroundworkLaid;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * A bean that reaches for the broker while it is created.
 *
 * @since 0.1.0
 */
@Configuration(proxyBeanMethods = false)
public class EagerConfiguration {

	@Bean
	@DependsOn(GroundworkLaid.BEAN_NAME)
	Object eagerOrders() {
		LogFactory.getLog(EagerConfiguration.class).info("Here are the eager orders");
		return new Object();
	}

}
