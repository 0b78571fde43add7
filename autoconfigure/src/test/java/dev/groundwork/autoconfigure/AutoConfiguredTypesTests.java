package dev.groundwork.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfiguredTypes}.
 */
class AutoConfiguredTypesTests {

	private final AutoConfiguredTypes types = AutoConfiguredTypes.ofSpringBoot(getClass().getClassLoader());

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
	void autoConfigurationThatIsNotAskedForIsLeftOut() {
		assertThat(prefixes(List.of(TaskExecutionAutoConfiguration.class.getName())).values())
			.containsExactly("spring.task.execution");
		assertThat(prefixes(List.of("com.example.OtherAutoConfiguration"))).isEmpty();
	}

	private Map<String, String> prefixes(List<String> configurations) {
		Map<String, String> prefixes = new LinkedHashMap<>();
		this.types.forEach(configurations, prefixes::put);
		return prefixes;
	}

}
