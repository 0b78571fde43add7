package dev.groundwork.report;

import java.util.List;

import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SecretRotation;
import dev.groundwork.contract.SettingStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration must have and whether it has it, without values.
 */
final class ContractSection {

	private final List<SettingStatus> settings;

	ContractSection(List<SettingStatus> settings) {
		this.settings = settings;
	}

	void write(Markup html) {
		if (this.settings.isEmpty()) {
			html.element("p", "Nothing is required.", "class", "quiet");
			return;
		}
		html.open("ul", "class", "contract");
		this.settings.forEach((setting) -> {
			String word = !setting.satisfied() ? "broken" : setting.findings().isEmpty() ? "satisfied" : "warning";
			String tone = !setting.satisfied() ? "bad" : setting.findings().isEmpty() ? "good" : "warn";
			html.open("li")
				.element("span", setting.property(), "class", "name")
				.element("span", word, "class", "tag " + tone)
				.element("span", (setting.environment() != null) ? setting.environment() : "", "class", "quiet name")
				.element("span", String.join(", ", setting.places()), "class", "quiet");
			setting.findings().forEach((finding) -> write(html, finding));
			write(html, setting.rotation());
			html.close("li");
		});
		html.close("ul");
	}

	private static void write(Markup html, Finding finding) {
		html.element("span", finding.reason() + "\n" + finding.remedy(), "class", "more");
	}

	private static void write(Markup html, @Nullable SecretRotation rotation) {
		if (rotation != null) {
			html.element("span", rotation.noticed() + ": " + rotation.summary(), "class", "more");
		}
	}

}
