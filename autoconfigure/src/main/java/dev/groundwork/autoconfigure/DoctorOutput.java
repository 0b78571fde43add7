package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.groundwork.contract.EnvironmentVariable;
import dev.groundwork.report.DoctorJson;
import dev.groundwork.report.DoctorReport;
import dev.groundwork.report.DoctorText;
import dev.groundwork.report.EnvironmentExample;
import dev.groundwork.report.KubernetesSettings;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * What a {@link ContractDoctor} writes.
 */
sealed interface DoctorOutput {

	/**
	 * Return what is asked for.
	 * @param environment has the properties
	 * @return the output
	 * @throws InvalidConfigurationPropertyValueException if there is no such output
	 */
	static DoctorOutput of(Environment environment) {
		Map<String, DoctorOutput> known = new TreeMap<>();
		known.put("text", new Report((report) -> new DoctorText(report).toString()));
		known.put("json", new Report((report) -> new DoctorJson(report).toString()));
		known.put("env",
				new Document((application, variables) -> new EnvironmentExample(application, variables).toString()));
		known.put("secret-yaml",
				new Document((application, variables) -> new KubernetesSettings(application, variables).toString()));
		String name = environment.getProperty("groundwork.output", "text");
		DoctorOutput output = known.get(name);
		if (output == null) {
			throw new InvalidConfigurationPropertyValueException("groundwork.output", name,
					"This run can write " + String.join(", ", known.keySet()));
		}
		return output;
	}

	/**
	 * Everything that is wrong.
	 *
	 * @param format writes the report
	 */
	record Report(Function<DoctorReport, String> format) implements DoctorOutput {

	}

	/**
	 * What is to be set, for which nothing needs to be in order.
	 *
	 * @param format writes the variables of an application by its name
	 */
	record Document(BiFunction<String, List<EnvironmentVariable>, String> format) implements DoctorOutput {

	}

}
