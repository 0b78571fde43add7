package dev.groundwork.contract;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * Decides what it means that the file of a secret has changed. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class WatchedSecret {

	private final Origin origin;

	private SecretReading accepted;

	private @Nullable SecretReading refusedReading;

	private boolean refused;

	/**
	 * Create a new {@link WatchedSecret} instance.
	 * @param reading what the application read when it started
	 * @param origin the place in a file that is watched
	 */
	public WatchedSecret(SecretReading reading, Origin origin) {
		this.accepted = reading;
		this.origin = origin;
	}

	/**
	 * Return the canonical name of the property.
	 * @return the name
	 */
	public String property() {
		return this.accepted.property();
	}

	/**
	 * Return where the value stands.
	 * @return the place, for people
	 */
	public String place() {
		return Place.of(this.origin).toString();
	}

	/**
	 * Look at what an application would read now.
	 * @param reading the reading, or {@code null} if the file is gone or cannot be read
	 * @param now the time
	 * @return what happened
	 */
	public Outcome see(@Nullable SecretReading reading, Instant now) {
		if (reading == null || !reading.isGood()) {
			boolean known = this.refused && reading != null && this.refusedReading != null
					&& reading.hasSameValueAs(this.refusedReading);
			this.refused = true;
			this.refusedReading = reading;
			return known ? Outcome.UNCHANGED
					: Outcome.of(rotation(now, (reading != null) ? refusal(reading) : List.of(gone())), null);
		}
		boolean recovered = this.refused;
		this.refused = false;
		this.refusedReading = null;
		if (reading.hasSameValueAs(this.accepted)) {
			return recovered ? Outcome.RECOVERED : Outcome.UNCHANGED;
		}
		this.accepted = reading;
		return Outcome.of(rotation(now, List.of()), reading);
	}

	private SecretRotation rotation(Instant now, List<Finding> findings) {
		return new SecretRotation(property(), place(), now, findings);
	}

	private List<Finding> refusal(SecretReading reading) {
		UnaryOperator<Finding> inTheFile = (finding) -> new Finding(finding.rule(), finding.severity(),
				finding.property(), this.origin, finding.reason(),
				"Write a good value to what is mounted at " + place() + ".");
		List<Finding> errors = reading.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR)
			.map(inTheFile)
			.toList();
		return errors.isEmpty() ? List.of(gone()) : errors;
	}

	private Finding gone() {
		return new Finding("missing-secret", Severity.ERROR, property(), this.origin,
				"is gone from its file, or the file cannot be read",
				"Mount " + place() + " again, or start the application again without it.");
	}

	/**
	 * What a look at a secret told.
	 *
	 * @param recovered whether a value that was refused was taken back
	 * @param rotation what to tell, or {@code null} if nothing new is known
	 * @param reading the new value, or {@code null} if there is none that is good
	 * @since 0.1.0
	 */
	public record Outcome(boolean recovered, @Nullable SecretRotation rotation, @Nullable SecretReading reading) {

		static final Outcome UNCHANGED = new Outcome(false, null, null);

		static final Outcome RECOVERED = new Outcome(true, null, null);

		static Outcome of(SecretRotation rotation, @Nullable SecretReading reading) {
			return new Outcome(false, rotation, reading);
		}

	}

}
