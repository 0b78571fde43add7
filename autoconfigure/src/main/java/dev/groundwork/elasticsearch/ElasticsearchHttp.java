package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import co.elastic.clients.transport.rest5_client.low_level.Cancellable;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * Requests to Elasticsearch, each with an end: the client itself waits for ever for an
 * answer unless it is told otherwise.
 */
final class ElasticsearchHttp implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(8);

	/**
	 * For what takes long by its nature, such as a batch of documents.
	 */
	private static final Duration LONG_TIMEOUT = Duration.ofSeconds(60);

	private static final ContentType LINES_OF_JSON = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

	private static final JsonWriter<Map<String, Object>> JSON = JsonWriter.standard();

	private final Rest5Client client;

	private final ElasticsearchDiagnoses diagnoses;

	ElasticsearchHttp(Rest5Client client) {
		this.client = client;
		this.diagnoses = new ElasticsearchDiagnoses("Elasticsearch at " + client.getNodes()
			.stream()
			.map((node) -> node.getHost().toHostString())
			.collect(Collectors.joining(", ")));
	}

	ElasticsearchDiagnoses diagnoses() {
		return this.diagnoses;
	}

	Reply get(String path, Map<String, String> parameters) {
		return send("GET", path, parameters, null, TIMEOUT);
	}

	Reply put(String path, Map<String, Object> body) {
		return send("PUT", path, Map.of(), body.isEmpty() ? null : json(body), TIMEOUT);
	}

	Reply post(String path, Map<String, String> parameters, Map<String, Object> body) {
		return send("POST", path, parameters, body.isEmpty() ? null : json(body), LONG_TIMEOUT);
	}

	Reply post(String path, Map<String, String> parameters, String lines) {
		return send("POST", path, parameters, new StringEntity(lines, LINES_OF_JSON), LONG_TIMEOUT);
	}

	Reply delete(String path, Map<String, Object> body) {
		return send("DELETE", path, Map.of(), json(body), TIMEOUT);
	}

	private static HttpEntity json(Map<String, Object> body) {
		return new StringEntity(JSON.writeToString(body), ContentType.APPLICATION_JSON);
	}

	private Reply send(String method, String path, Map<String, String> parameters, @Nullable HttpEntity body,
			Duration timeout) {
		Request request = new Request(method, path);
		parameters.forEach(request::addParameter);
		if (body != null) {
			request.setEntity(body);
		}
		FutureResponse response = new FutureResponse();
		Cancellable cancellable = this.client.performRequestAsync(request, response);
		try {
			return reply(response.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			cancellable.cancel();
			throw new DiagnosedException(this.diagnoses.ofConnection(ex), ex);
		}
		catch (InterruptedException ex) {
			cancellable.cancel();
			Thread.currentThread().interrupt();
			throw new DiagnosedException(this.diagnoses.ofConnection(ex), ex);
		}
		catch (ExecutionException | IOException ex) {
			throw new DiagnosedException(this.diagnoses.ofConnection(ex), ex);
		}
	}

	private static Reply reply(Response response) throws IOException {
		HttpEntity entity = response.getEntity();
		try {
			String body = (entity != null) ? EntityUtils.toString(entity, StandardCharsets.UTF_8) : "";
			return new Reply(response.getStatusCode(), body);
		}
		catch (ParseException ex) {
			throw new IOException("The answer cannot be parsed", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

	/**
	 * {@link ResponseListener} to wait for. An error status is an answer too.
	 */
	private static final class FutureResponse extends CompletableFuture<Response> implements ResponseListener {

		@Override
		public void onSuccess(Response response) {
			complete(response);
		}

		@Override
		public void onFailure(Exception failure) {
			if (failure instanceof ResponseException answered) {
				complete(answered.getResponse());
			}
			else {
				completeExceptionally(failure);
			}
		}

	}

}
