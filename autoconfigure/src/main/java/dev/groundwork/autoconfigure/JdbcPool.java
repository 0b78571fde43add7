package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.Advised;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * A pool of JDBC connections and how long it lets somebody wait for one. Read by the
 * properties of the pool, so that no pool needs to be there, and without connecting.
 *
 * @param kind the kind of the pool
 * @param longestWait the longest wait as the pool has it
 */
record JdbcPool(Kind kind, long longestWait) {

	static Optional<JdbcPool> of(DataSource dataSource) {
		Object target = target(dataSource);
		if (target == null) {
			return Optional.empty();
		}
		return Arrays.stream(Kind.values())
			.filter((kind) -> kind.isOf(target.getClass()))
			.findFirst()
			.flatMap((kind) -> {
				Object wait = read(target, kind.property);
				return (wait instanceof Number number) ? Optional.of(new JdbcPool(kind, number.longValue()))
						: Optional.empty();
			});
	}

	/**
	 * Look behind what wraps the pool, but never make a lazy target.
	 * @param dataSource the data source
	 * @return the innermost data source or {@code null} if it cannot be told
	 */
	static @Nullable Object target(Object dataSource) {
		if (dataSource instanceof Advised advised) {
			try {
				Object target = advised.getTargetSource().isStatic() ? advised.getTargetSource().getTarget() : null;
				return (target != null) ? target(target) : null;
			}
			catch (Exception ex) {
				return null;
			}
		}
		Object wrapped = read(dataSource, "targetDataSource");
		return (wrapped instanceof DataSource) ? target(wrapped) : dataSource;
	}

	static @Nullable Object read(Object bean, String property) {
		BeanWrapper wrapper = PropertyAccessorFactory.forBeanPropertyAccess(bean);
		return wrapper.isReadableProperty(property) ? wrapper.getPropertyValue(property) : null;
	}

	static List<String> typeNames() {
		return Arrays.stream(Kind.values()).map((kind) -> kind.type).toList();
	}

	boolean isUnbounded() {
		return this.kind.positiveIsBounded() ? this.longestWait <= 0 || this.longestWait >= Integer.MAX_VALUE
				: this.longestWait < 0;
	}

	/**
	 * Kinds of pools. Those whose wait always has a bound are not among them.
	 */
	enum Kind {

		/**
		 * HikariCP, which makes the longest time of 0.
		 */
		HIKARI("com.zaxxer.hikari.HikariDataSource", "connectionTimeout",
				"spring.datasource.hikari.connection-timeout=" + Duration.ofSeconds(10).toMillis()),

		/**
		 * Commons DBCP, which waits for ever unless it is told otherwise.
		 */
		DBCP2("org.apache.commons.dbcp2.BasicDataSource", "maxWaitMillis", "spring.datasource.dbcp2.max-wait=10s"),

		/**
		 * Tomcat's pool.
		 */
		TOMCAT("org.apache.tomcat.jdbc.pool.DataSourceProxy", "maxWait", "spring.datasource.tomcat.max-wait=10000"),

		/**
		 * The pool of c3p0, which waits for ever unless it is told otherwise.
		 */
		C3P0("com.mchange.v2.c3p0.AbstractComboPooledDataSource", "checkoutTimeout",
				"checkoutTimeout to 10000 on the pool");

		private final String type;

		private final String property;

		private final String remedy;

		Kind(String type, String property, String remedy) {
			this.type = type;
			this.property = property;
			this.remedy = remedy;
		}

		String remedy() {
			return this.remedy;
		}

		private boolean positiveIsBounded() {
			return this != DBCP2;
		}

		private boolean isOf(Class<?> candidate) {
			for (Class<?> each = candidate; each != null; each = each.getSuperclass()) {
				if (each.getName().equals(this.type)) {
					return true;
				}
			}
			return false;
		}

	}

}
