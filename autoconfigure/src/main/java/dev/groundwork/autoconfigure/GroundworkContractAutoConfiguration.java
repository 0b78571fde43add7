package dev.groundwork.autoconfigure;

import java.time.Clock;

import dev.groundwork.contract.Contract;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link Contract}. A bean of
 * type {@link Contract}, declared by a static method, replaces the contract of the
 * properties; it is created before ordinary singletons.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnGroundwork
@ConditionalOnBooleanProperty(name = "groundwork.contract.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ContractProperties.class)
public final class GroundworkContractAutoConfiguration {

	@Bean
	static ContractEnforcer groundworkContractEnforcer(ConfigurableEnvironment environment) {
		return new ContractEnforcer(environment);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "groundwork.contract.rotation.enabled", matchIfMissing = true)
	SecretRotations groundworkSecretRotations() {
		return new SecretRotations();
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "groundwork.contract.rotation.enabled", matchIfMissing = true)
	SecretRotationWatch groundworkSecretRotationWatch(ConfigurableEnvironment environment,
			ObjectProvider<ContractInForce> contract, SecretRotations rotations, ApplicationEventPublisher events,
			ContractProperties properties) {
		return new SecretRotationWatch(environment, contract.getIfAvailable(ContractInForce::none), rotations, events,
				properties.rotation().interval(), Clock.systemUTC());
	}

}
