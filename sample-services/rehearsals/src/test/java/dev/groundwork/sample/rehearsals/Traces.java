package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import com.jayway.jsonpath.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What documents leave behind: stored and waiting in the outbox with {@code documents},
 * indexed by {@code search}, told by {@code notifications}.
 *
 * @param infrastructure where they leave it
 */
record Traces(Infrastructure infrastructure) {

	private static final HttpClient http = HttpClient.newHttpClient();

	int stored(String title) {
		return count("select count(*) from documents.document where title = '%s'".formatted(title));
	}

	int waiting() {
		return count("select count(*) from documents.outbox");
	}

	int notified(String title) {
		return count("select count(*) from notifications.notification where title = '%s'".formatted(title));
	}

	int indexed(String title) {
		HttpRequest request = HttpRequest
			.newBuilder(this.infrastructure.elasticsearch().getUri().resolve("/documents/_search"))
			.header("Content-Type", "application/json")
			.timeout(Duration.ofSeconds(10))
			.POST(BodyPublishers.ofString("""
					{"size":0,"track_total_hits":true,"query":{"match_phrase":{"title":"%s"}}}""".formatted(title)))
			.build();
		try {
			return JsonPath.read(http.send(request, BodyHandlers.ofString()).body(), "$.hits.total.value");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	boolean areEverywhere(String title, int number) {
		return notified(title) == number && indexed(title) == number;
	}

	void execute(String sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int count(String query) {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			assertThat(result.next()).isTrue();
			return result.getInt(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(this.infrastructure.postgreSql().getJdbcUrl(),
				this.infrastructure.postgreSql().getUsername(), this.infrastructure.postgreSql().getPassword());
	}

}
