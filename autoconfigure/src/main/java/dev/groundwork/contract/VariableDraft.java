package dev.groundwork.contract;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.groundwork.contract.EnvironmentVariable.Need;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of an {@link EnvironmentVariable}. The strongest need that was
 * found counts, and a contract more than a placeholder.
 */
final class VariableDraft {

	private final String name;

	private final Set<String> readBy = new TreeSet<>();

	private @Nullable Need need;

	private boolean settled;

	private @Nullable Condition requiredWhen;

	private @Nullable String insteadOf;

	private boolean defaulted;

	private @Nullable String defaultValue;

	private @Nullable Encoding encoding;

	private int minBytes;

	VariableDraft(String name) {
		this.name = name;
	}

	void readBy(String property) {
		this.readBy.add(property);
	}

	/**
	 * Set what a contract says.
	 * @param requiredWhen when it has to be set, or {@code null} if always
	 */
	void settle(@Nullable Condition requiredWhen) {
		Need said = (requiredWhen != null) ? Need.CONDITIONAL : Need.REQUIRED;
		if (!this.settled || isStronger(said)) {
			become(said);
			this.requiredWhen = requiredWhen;
		}
		this.settled = true;
	}

	void generate(Encoding encoding, int minBytes) {
		this.encoding = encoding;
		this.minBytes = Math.max(this.minBytes, minBytes);
	}

	/**
	 * Make it the former name of another one.
	 * @param canonical the name of the other one
	 */
	void replace(String canonical) {
		if (!this.settled) {
			become(Need.DEPRECATED);
			this.settled = true;
			this.insteadOf = canonical;
			this.encoding = Encoding.PLAIN;
		}
	}

	void mustBeSet() {
		if (!this.settled && isStronger(Need.REQUIRED)) {
			become(Need.REQUIRED);
		}
	}

	void mayBeSet(@Nullable String defaultValue) {
		if (!this.settled && isStronger(Need.OPTIONAL)) {
			become(Need.OPTIONAL);
			this.defaulted = true;
		}
		if (!this.settled && this.need == Need.OPTIONAL && this.defaultValue == null) {
			this.defaultValue = defaultValue;
		}
	}

	void standsInFor(String other, boolean defaulted, @Nullable String defaultValue) {
		if (this.need == null) {
			become(Need.ALTERNATIVE);
			this.insteadOf = other;
			this.defaulted = defaulted;
			this.defaultValue = defaultValue;
		}
	}

	private boolean isStronger(Need other) {
		return this.need == null || other.compareTo(this.need) < 0;
	}

	private void become(Need need) {
		this.need = need;
		this.requiredWhen = null;
		this.insteadOf = null;
		this.defaulted = false;
		this.defaultValue = null;
	}

	EnvironmentVariable finish() {
		Need found = Objects.requireNonNull(this.need);
		boolean secret = this.encoding != null || SecretNames.include(this.name)
				|| this.readBy.stream().anyMatch(SecretNames::include);
		String shown = (secret || this.defaultValue == null || SecretNames.areIn(this.defaultValue)) ? null
				: this.defaultValue;
		String generator = (this.encoding != null && found != Need.DEPRECATED)
				? Generators.command(this.encoding, this.minBytes) : null;
		return new EnvironmentVariable(this.name, found, secret, this.requiredWhen, this.insteadOf, this.defaulted,
				shown, generator, this.minBytes, List.copyOf(this.readBy));
	}

}
