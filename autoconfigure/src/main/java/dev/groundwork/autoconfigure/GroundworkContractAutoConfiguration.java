package dev.groundwork.autoconfigure;

import dev.groundwork.contract.Contract;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link Contract}. A bean of
 * type {@link Contract}, declared by a static method, replaces the contract of the
 * properties; it is created before ordinary singletons.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = { "groundwork.enabled", "groundwork.contract.enabled" }, matchIfMissing = true)
@Conditional(GroundworkContractAutoConfiguration.ModeIsNotOff.class)
@EnableConfigurationProperties(ContractProperties.class)
public final class GroundworkContractAutoConfiguration {

	private GroundworkContractAutoConfiguration() {
	}

	@Bean
	static ContractEnforcer groundworkContractEnforcer(ConfigurableEnvironment environment) {
		return new ContractEnforcer(environment);
	}

	/**
	 * YAML reads a bare {@code off} as {@code false}.
	 */
	static final class ModeIsNotOff extends NoneNestedConditions {

		ModeIsNotOff() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@ConditionalOnProperty(name = "groundwork.mode", havingValue = "off")
		static final class Off {

		}

		@ConditionalOnBooleanProperty(name = "groundwork.mode", havingValue = false)
		static final class False {

		}

	}

}
