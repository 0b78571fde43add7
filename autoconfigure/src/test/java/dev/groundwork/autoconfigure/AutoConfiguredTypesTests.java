package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfiguredTypes}.
 */
class AutoConfiguredTypesTests {

	@Test
	void typesThatAnAutoConfigurationEnablesAreFoundWithTheirPrefixes() {
		assertThat(prefixes(List.of(GroundworkContractAutoConfiguration.class.getName())))
			.isEqualTo(Map.of(ContractProperties.class.getName(), ContractProperties.PREFIX));
	}

	@Test
	void typesThatANestedClassEnablesAreFoundToo() {
		assertThat(prefixes(List.of(JacksonAutoConfiguration.class.getName())))
			.containsEntry(JacksonProperties.class.getName(), "spring.jackson");
	}

	@Test
	void onlyThoseOfSpringBootAndGroundworkAreLookedAt() {
		assertThat(prefixes(List.of(TaskExecutionAutoConfiguration.class.getName())).values())
			.containsExactly("spring.task.execution");
		assertThat(prefixes(List.of("com.example.OtherAutoConfiguration"))).isEmpty();
	}

	private Map<String, String> prefixes(List<String> configurations) {
		AutoConfiguredTypes types = AutoConfiguredTypes.find(configurations, getClass().getClassLoader()).get();
		return Objects.requireNonNull(types).prefixes();
	}

}
