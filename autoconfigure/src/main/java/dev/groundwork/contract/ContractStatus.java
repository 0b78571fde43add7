package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Contract} requires and whether an environment has it, without a value.
 *
 * @param production whether this is production, or {@code null} if there is no contract
 * @param settings one entry for each secret, in the order of the contract
 * @param findings what is wrong beside what is known of each secret
 * @since 0.1.0
 */
public record ContractStatus(@Nullable Production production, List<SettingStatus> settings, List<Finding> findings) {

	/**
	 * The status of an application without a contract.
	 */
	public static final ContractStatus EMPTY = new ContractStatus(null, List.of(), List.of());

	public ContractStatus {
		settings = List.copyOf(settings);
		findings = List.copyOf(findings);
	}

	/**
	 * Return everything that is wrong.
	 * @return the findings about the contract itself and about everything that is set,
	 * and then those about each secret
	 */
	public List<Finding> allFindings() {
		return Stream
			.concat(this.findings.stream(), this.settings.stream().flatMap((setting) -> setting.findings().stream()))
			.toList();
	}

	/**
	 * Add what changed while the application was running.
	 * @param rotations the last change of each secret, by the name of the property
	 * @return the status with the changes
	 */
	public ContractStatus withRotations(Map<String, SecretRotation> rotations) {
		return new ContractStatus(this.production,
				this.settings.stream()
					.map((setting) -> setting.withRotation(rotations.get(setting.property())))
					.toList(),
				this.findings);
	}

	/**
	 * Return everything that is wrong, by what it is about.
	 * @return the findings by their topics, in the order of the topics and without empty
	 * ones; errors before warnings in each
	 */
	public Map<Topic, List<Finding>> byTopic() {
		Map<Topic, List<Finding>> topics = new EnumMap<>(Topic.class);
		this.findings.forEach((finding) -> add(topics, Topic.of(finding), finding));
		this.settings
			.forEach((setting) -> setting.findings().forEach((finding) -> add(topics, Topic.SECRETS, finding)));
		topics.values().forEach((findings) -> findings.sort(Comparator.comparing(Finding::severity)));
		return topics;
	}

	private static void add(Map<Topic, List<Finding>> topics, Topic topic, Finding finding) {
		topics.computeIfAbsent(topic, (absent) -> new ArrayList<>()).add(finding);
	}

	/**
	 * What a finding is about.
	 *
	 * @since 0.1.0
	 */
	public enum Topic {

		/**
		 * The contract, which cannot be read as it is written.
		 */
		CONTRACT("The contract itself"),

		/**
		 * A secret.
		 */
		SECRETS("Secrets"),

		/**
		 * A property that is no secret.
		 */
		PROPERTIES("Properties"),

		/**
		 * Everything else that is set, and where the application runs.
		 */
		ENVIRONMENT("Environment");

		private final String title;

		Topic(String title) {
			this.title = title;
		}

		/**
		 * Return what people call it.
		 * @return the title
		 */
		public String title() {
			return this.title;
		}

		private static Topic of(Finding finding) {
			if (finding.rule().equals(Finding.INVALID_CONTRACT)) {
				return CONTRACT;
			}
			return finding.isAboutProperty() ? PROPERTIES : ENVIRONMENT;
		}

	}

}
