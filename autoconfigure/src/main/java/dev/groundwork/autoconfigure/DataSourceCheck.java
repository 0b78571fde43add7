package dev.groundwork.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.readiness.DependencyCheck;
import org.jspecify.annotations.Nullable;

/**
 * {@link DependencyCheck} of a database. Takes no connection from a pool that has none to
 * spare: a pool that is exhausted is busy, and a check that waits in its queue would make
 * that worse.
 */
final class DataSourceCheck implements DependencyCheck {

	private final String name;

	private final DataSource dataSource;

	private final int timeoutSeconds;

	DataSourceCheck(String name, DataSource dataSource, Duration timeout) {
		this.name = name;
		this.dataSource = dataSource;
		this.timeoutSeconds = (int) Math.max(1, timeout.toSeconds());
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<Diagnosis> check() throws SQLException {
		PoolUse use = PoolUse.of(this.dataSource);
		if (use != null && use.isExhausted()) {
			return use.isSaturated() ? List.of(saturated(use)) : List.of();
		}
		try (Connection connection = this.dataSource.getConnection()) {
			return connection.isValid(this.timeoutSeconds) ? List.of()
					: List.of(diagnosis(FailureKind.TRANSIENT, "the connection is not valid",
							"isValid(%d) is false".formatted(this.timeoutSeconds), "See the log of the database."));
		}
	}

	private Diagnosis saturated(PoolUse use) {
		return diagnosis(FailureKind.BLOCKED, "the pool is saturated", use.toString(),
				"Find out who keeps connections (spring.datasource.hikari.leak-detection-threshold), or enlarge the "
						+ "pool: spring.datasource.hikari.maximum-pool-size");
	}

	private Diagnosis diagnosis(FailureKind kind, String cause, String evidence, String remedy) {
		return new Diagnosis(kind, "data source '%s'".formatted(this.name), cause, evidence, remedy);
	}

	/**
	 * How a pool is used at one moment. Read by its properties, so that no pool needs to
	 * be there.
	 *
	 * @param total connections that are open
	 * @param idle connections that nobody uses
	 * @param pending threads that wait for a connection
	 * @param max connections that may be open
	 */
	record PoolUse(int total, int idle, int pending, int max) {

		static @Nullable PoolUse of(DataSource dataSource) {
			Object pool = JdbcPool.target(dataSource);
			Object state = (pool != null && isReadable(pool)) ? JdbcPool.read(pool, "hikariPoolMXBean") : null;
			return (pool != null && state != null)
					? new PoolUse(number(state, "totalConnections"), number(state, "idleConnections"),
							number(state, "threadsAwaitingConnection"), number(pool, "maximumPoolSize"))
					: null;
		}

		private static boolean isReadable(Object pool) {
			return JdbcPool.of((DataSource) pool).filter((known) -> known.kind() == JdbcPool.Kind.HIKARI).isPresent();
		}

		private static int number(Object bean, String property) {
			return (JdbcPool.read(bean, property) instanceof Number number) ? number.intValue() : 0;
		}

		/**
		 * Return whether a connection would have to be waited for.
		 * @return whether there is none to spare
		 */
		boolean isExhausted() {
			return this.idle == 0 && (this.pending > 0 || this.total >= this.max);
		}

		boolean isSaturated() {
			return this.idle == 0 && this.pending > 0;
		}

		@Override
		public String toString() {
			return "%d of %d connections in use, %d threads wait".formatted(this.total - this.idle, this.max,
					this.pending);
		}

	}

}
