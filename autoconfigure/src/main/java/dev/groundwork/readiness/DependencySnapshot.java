package dev.groundwork.readiness;

import java.time.Instant;

import dev.groundwork.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a dependency at one moment.
 *
 * @param name the name of the dependency
 * @param policy what its loss means for readiness
 * @param status the status of the dependency
 * @param seen whether it has been up or degraded once
 * @param since since when it has had this status
 * @param reason why it is not up, or {@code null}
 * @param hung the check that has not returned in time, or {@code null}
 * @since 0.1.0
 */
public record DependencySnapshot(String name, DependencyPolicy policy, DependencyStatus status, boolean seen,
		Instant since, @Nullable Diagnosis reason, @Nullable HungCheck hung) {

	/**
	 * Create a new {@link DependencySnapshot} instance without a check that hangs.
	 * @param name the name of the dependency
	 * @param policy what its loss means for readiness
	 * @param status the status of the dependency
	 * @param seen whether it has been up or degraded once
	 * @param since since when it has had this status
	 * @param reason why it is not up, or {@code null}
	 */
	public DependencySnapshot(String name, DependencyPolicy policy, DependencyStatus status, boolean seen,
			Instant since, @Nullable Diagnosis reason) {
		this(name, policy, status, seen, since, reason, null);
	}

	/**
	 * Return whether readiness has to wait for the dependency.
	 * @return whether it holds back readiness
	 */
	public boolean holdsBack() {
		return switch (this.policy) {
			case STARTUP -> !this.seen;
			case STRICT -> !this.seen || this.status == DependencyStatus.DOWN;
			case IGNORE -> false;
		};
	}

	/**
	 * Return whether the application has to do with less than it should have.
	 * @return whether the dependency counts and is not up
	 */
	public boolean degrades() {
		return this.policy != DependencyPolicy.IGNORE && this.status != DependencyStatus.UP;
	}

}
