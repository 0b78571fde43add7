package dev.groundwork.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DataSourceCheck}.
 */
@Timeout(30)
class DataSourceCheckTests {

	private final DataSource database = mock(DataSource.class);

	private final Connection connection = mock(Connection.class);

	@Test
	void validConnectionIsUp() throws SQLException {
		given(this.database.getConnection()).willReturn(this.connection);
		given(this.connection.isValid(1)).willReturn(true);
		assertThat(check(this.database).check()).isEmpty();
		then(this.connection).should().close();
	}

	@Test
	void connectionThatIsNotValidIsDown() throws SQLException {
		given(this.database.getConnection()).willReturn(this.connection);
		assertThat(check(this.database).check()).singleElement()
			.satisfies((diagnosis) -> assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT));
	}

	@Test
	void databaseThatCannotBeReachedIsDown() throws SQLException {
		given(this.database.getConnection()).willThrow(new SQLException("refused"));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> check(this.database).check());
	}

	@Test
	void saturatedPoolIsDegradedAndNoConnectionIsTaken() throws Exception {
		given(this.database.getConnection()).willReturn(this.connection);
		given(this.connection.isValid(anyInt())).willReturn(true);
		try (HikariDataSource pool = pool()) {
			Connection only = pool.getConnection();
			DataSourceCheck check = check(new DelegatingDataSource(pool));
			assertThat(check.check()).as("in use, but nobody waits").isEmpty();
			CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
				try (Connection waited = pool.getConnection()) {
					waited.isReadOnly();
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			});
			await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
			assertThat(check.check()).singleElement().satisfies((diagnosis) -> {
				assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED);
				assertThat(diagnosis.summary()).isEqualTo("data source 'orders': the pool is saturated");
				assertThat(diagnosis.evidence()).isEqualTo("1 of 1 connections in use, 1 threads wait");
			});
			assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).isEqualTo(1);
			only.close();
			waiting.join();
			assertThat(check.check()).isEmpty();
		}
	}

	private HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(this.database);
		pool.setMaximumPoolSize(1);
		pool.setInitializationFailTimeout(-1);
		return pool;
	}

	private static DataSourceCheck check(DataSource dataSource) {
		return new DataSourceCheck("orders", dataSource, Duration.ofSeconds(1));
	}

}
