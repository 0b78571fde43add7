package dev.groundwork.autoconfigure;

import javax.sql.DataSource;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.plan.LintRule;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the rules about clients that
 * wait without a bound.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = GroundworkAutoConfiguration.class)
@ConditionalOnGroundwork
public final class GroundworkClientLintAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AbstractConnectionFactory.class)
	static class RabbitMqConfiguration {

		@Bean
		LintRule groundworkUnboundedRabbitMqClientRule(ConfigurableListableBeanFactory beanFactory) {
			return new UnboundedRabbitMqClientRule(new CreatedBeans(beanFactory));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Rest5Client.class)
	static class ElasticsearchConfiguration {

		@Bean
		LintRule groundworkUnboundedElasticsearchClientRule(ConfigurableListableBeanFactory beanFactory) {
			return new UnboundedElasticsearchClientRule(new CreatedBeans(beanFactory));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DataSource.class)
	static class JdbcConfiguration {

		@Bean
		LintRule groundworkUnboundedJdbcPoolRule(ConfigurableListableBeanFactory beanFactory) {
			return new UnboundedJdbcPoolRule(new CreatedBeans(beanFactory));
		}

	}

}
