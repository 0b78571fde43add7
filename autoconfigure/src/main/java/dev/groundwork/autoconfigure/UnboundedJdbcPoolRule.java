package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.DesiredState;

/**
 * {@link LintRule} that the application does not wait for ever for a connection of a pool
 * that is exhausted or whose database is mute.
 */
final class UnboundedJdbcPoolRule implements LintRule {

	private final CreatedBeans beans;

	UnboundedJdbcPoolRule(CreatedBeans beans) {
		this.beans = beans;
	}

	@Override
	public String getName() {
		return "unbounded-jdbc-pool";
	}

	@Override
	public LintSeverity getDefaultSeverity() {
		return LintSeverity.WARNING;
	}

	@Override
	public List<LintViolation> check(DesiredState desired) {
		List<LintViolation> violations = new ArrayList<>();
		this.beans.ofType(DataSource.class)
			.forEach((name, dataSource) -> JdbcPool.of(dataSource)
				.filter(JdbcPool::isUnbounded)
				.ifPresent((pool) -> violations.add(new LintViolation("data source '%s'".formatted(name),
						"bean '%s'".formatted(name), "waits for ever for a connection when its pool is exhausted",
						"Set " + pool.kind().remedy()))));
		return violations;
	}

}
