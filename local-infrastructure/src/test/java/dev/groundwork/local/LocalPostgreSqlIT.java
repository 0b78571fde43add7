package dev.groundwork.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link LocalPostgreSql}.
 */
class LocalPostgreSqlIT {

	private static final LocalPostgreSql postgreSql = LocalInfrastructure.postgreSql();

	@BeforeAll
	static void start() {
		postgreSql.start();
	}

	@AfterAll
	static void close() {
		postgreSql.close();
	}

	@Test
	void committedDataSurvivesKillAndRestartOnTheSamePort() throws SQLException {
		try (Connection connection = connect(postgreSql.getPassword())) {
			execute(connection, "create table survivor (id int)", "insert into survivor values (42)");
			postgreSql.kill();
		}
		assertThat(postgreSql.isRunning()).isFalse();
		postgreSql.start();
		try (Connection connection = connect(postgreSql.getPassword())) {
			assertThat(read(connection, "select id from survivor")).isEqualTo(42);
		}
	}

	@Test
	void openConnectionOfAFrozenServerDoesNotAnswerAndGoesOnWhenResumed() throws SQLException {
		try (Connection connection = connect(postgreSql.getPassword())) {
			assertThat(connection.isValid(5)).isTrue();
			postgreSql.freeze();
			assertThat(connection.isValid(1)).isFalse();
			assertThat(postgreSql.isRunning()).isTrue();
			postgreSql.resume();
		}
		postgreSql.awaitAccepting();
	}

	@Test
	void stopDoesNotWaitForItsClients() throws SQLException {
		try (Connection connection = connect(postgreSql.getPassword())) {
			postgreSql.stop();
			assertThat(postgreSql.isRunning()).isFalse();
			assertThat(connection.isValid(1)).isFalse();
		}
		postgreSql.start();
	}

	@Test
	void userWithWrongPasswordIsNotAccepted() {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect("wrong"))
			.withMessageContaining("password authentication failed");
	}

	private static Connection connect(String password) throws SQLException {
		return DriverManager.getConnection(postgreSql.getJdbcUrl(), postgreSql.getUsername(), password);
	}

	private static void execute(Connection connection, String... lines) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String line : lines) {
				statement.execute(line);
			}
		}
	}

	private static int read(Connection connection, String query) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
			assertThat(result.next()).isTrue();
			return result.getInt(1);
		}
	}

}
