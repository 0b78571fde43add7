package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import co.elastic.clients.transport.Version;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Version of the server.
 *
 * @param number the number, empty if it may not be read
 * @param flavor the flavour of the build, empty if it may not be read
 */
record ServerVersion(String number, String flavor) {

	static ServerVersion read(ElasticsearchHttp http) {
		return of(http.send(ElasticsearchRequest.get("/")));
	}

	static ServerVersion of(Reply reply) {
		Map<String, Object> version = Nested.map(reply.json(), "version");
		return new ServerVersion(Nested.text(version, "number"), Nested.text(version, "build_flavor"));
	}

	/**
	 * Return what there is to know about the server before anything is applied.
	 * @return the notes
	 * @throws DiagnosedException if the client of the application cannot talk to it
	 */
	List<String> notes() {
		requireSpokenByClient();
		return this.flavor.equals("serverless")
				? List.of("the server is serverless: it chooses shards and replicas itself and refuses such settings")
				: List.of();
	}

	/**
	 * Refuse a server that the application's client will not be able to talk to. The
	 * requests made here would succeed, but those of the application would not.
	 */
	private void requireSpokenByClient() {
		Version client = Version.VERSION;
		Integer major = major();
		if (client != null && major != null && major < client.major()) {
			throw new DiagnosedException(new Diagnosis(FailureKind.PERMANENT, "Elasticsearch " + this.number,
					"client and server are of different major versions",
					"client %s, server %s".formatted(client, this.number),
					"Use the Elasticsearch client of the server's major version, or update the server."), null);
		}
	}

	private @Nullable Integer major() {
		int end = this.number.indexOf('.');
		String major = (end > 0) ? this.number.substring(0, end) : "";
		return major.matches("\\d{1,4}") ? Integer.valueOf(major) : null;
	}

}
