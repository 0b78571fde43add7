package dev.groundwork.report;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.SecretRotation;
import dev.groundwork.contract.SettingStatus;
import dev.groundwork.contract.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration must have and whether it has it, without values.
 */
final class ContractSection {

	private final ContractStatus contract;

	ContractSection(ContractStatus contract) {
		this.contract = contract;
	}

	void write(Markup html) {
		Production production = this.contract.production();
		if (production != null) {
			html.element("p", production.toString(), "class", "quiet");
		}
		if (this.contract.settings().isEmpty() && this.contract.findings().isEmpty()) {
			html.element("p", "Nothing is required.", "class", "quiet");
			return;
		}
		html.open("ul", "class", "contract");
		this.contract.settings().forEach((setting) -> write(html, setting));
		this.contract.findings().forEach((finding) -> write(html, finding));
		html.close("ul");
	}

	private static void write(Markup html, SettingStatus setting) {
		String word = !setting.satisfied() ? "broken" : setting.findings().isEmpty() ? "satisfied" : "warning";
		String tone = !setting.satisfied() ? "bad" : setting.findings().isEmpty() ? "good" : "warn";
		html.open("li")
			.element("span", setting.property(), "class", "name")
			.element("span", word, "class", "tag " + tone)
			.element("span", (setting.environment() != null) ? setting.environment() : "", "class", "quiet name")
			.element("span", String.join(", ", setting.places()), "class", "quiet");
		setting.findings().forEach((finding) -> writeReason(html, finding));
		write(html, setting.rotation());
		html.close("li");
	}

	private static void write(Markup html, Finding finding) {
		boolean error = finding.severity() == Severity.ERROR;
		String place = finding.place();
		html.open("li")
			.element("span", finding.property(), "class", "name")
			.element("span", error ? "broken" : "warning", "class", "tag " + (error ? "bad" : "warn"))
			.element("span", finding.rule(), "class", "quiet")
			.element("span", (place != null) ? place : "", "class", "quiet");
		writeReason(html, finding);
		html.close("li");
	}

	private static void writeReason(Markup html, Finding finding) {
		html.element("span", finding.reason() + "\n" + finding.remedy(), "class", "more");
	}

	private static void write(Markup html, @Nullable SecretRotation rotation) {
		if (rotation != null) {
			html.element("span", rotation.noticed() + ": " + rotation.summary(), "class", "more");
		}
	}

}
