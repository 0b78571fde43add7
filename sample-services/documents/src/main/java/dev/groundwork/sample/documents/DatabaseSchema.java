package dev.groundwork.sample.documents;

import java.sql.SQLException;
import java.util.Set;

import javax.sql.DataSource;

import dev.groundwork.startup.StartupProgress;
import dev.groundwork.startup.StartupTask;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Creates the tables that are missing, before the service is ready. A database that is
 * away is waited for; one that refuses the service ends the start.
 */
@Component
class DatabaseSchema implements StartupTask {

	/**
	 * The classes of errors that no waiting cures: wrong credentials, no such database.
	 */
	private static final Set<String> PERMANENT = Set.of("28", "3D");

	private static final long LOCK = 0x646F63756D656E74L;

	private final DataSource dataSource;

	private final TransactionOperations transactions;

	DatabaseSchema(DataSource dataSource, TransactionOperations transactions) {
		this.dataSource = dataSource;
		this.transactions = transactions;
	}

	@Override
	public String getName() {
		return "database-schema";
	}

	@Override
	public void run(StartupProgress progress) throws InterruptedException {
		while (!isCreated(progress)) {
			if (Thread.interrupted()) {
				throw new InterruptedException("Interrupted while waiting for the database");
			}
		}
	}

	// The pool itself waits for a connection: spring.datasource.hikari.connection-timeout
	private boolean isCreated(StartupProgress progress) {
		try {
			this.transactions.executeWithoutResult((status) -> create());
			return true;
		}
		catch (CannotCreateTransactionException | DataAccessResourceFailureException ex) {
			SQLException failure = sqlFailure(ex);
			String state = (failure != null) ? failure.getSQLState() : null;
			if (state != null && state.length() == 5 && PERMANENT.contains(state.substring(0, 2))) {
				throw ex;
			}
			progress.waitingFor("the database does not answer: " + ((failure != null) ? failure : ex).getMessage());
			return false;
		}
	}

	// "if not exists" does not keep two replicas from creating the same at once
	private void create() {
		new JdbcTemplate(this.dataSource).query("select pg_advisory_xact_lock(?)", (row) -> {
		}, LOCK);
		new ResourceDatabasePopulator(new ClassPathResource("schema.sql")).execute(this.dataSource);
	}

	private static @Nullable SQLException sqlFailure(Throwable ex) {
		SQLException innermost = null;
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			innermost = (cause instanceof SQLException failure) ? failure : innermost;
		}
		return innermost;
	}

}
