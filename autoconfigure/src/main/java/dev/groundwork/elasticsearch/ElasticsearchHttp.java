package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

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

	private final Duration timeout;

	ElasticsearchHttp(Rest5Client client) {
		this(client, TIMEOUT);
	}

	ElasticsearchHttp(Rest5Client client, Duration timeout) {
		this.timeout = timeout;
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
		return send(new ElasticsearchRequest("GET", path, parameters, null));
	}

	Reply put(String path, Map<String, Object> body) {
		return send(ElasticsearchRequest.put(path, body));
	}

	Reply delete(String path, Map<String, Object> body) {
		return send(new ElasticsearchRequest("DELETE", path, Map.of(), body));
	}

	Reply post(String path, Map<String, String> parameters, Map<String, Object> body) {
		return send(List.of(request(new ElasticsearchRequest("POST", path, parameters, body))), LONG_TIMEOUT).get(0);
	}

	Reply post(String path, Map<String, String> parameters, String lines) {
		Request request = request(new ElasticsearchRequest("POST", path, parameters, null));
		request.setEntity(new StringEntity(lines, LINES_OF_JSON));
		return send(List.of(request), LONG_TIMEOUT).get(0);
	}

	Reply send(ElasticsearchRequest request) {
		return sendAll(List.of(request)).get(0);
	}

	/**
	 * Send requests that do not need each other, all at once.
	 * @param requests the requests
	 * @return the answers in the order of the requests
	 */
	List<Reply> sendAll(List<ElasticsearchRequest> requests) {
		return send(requests.stream().map(ElasticsearchHttp::request).toList(), this.timeout);
	}

	private List<Reply> send(List<Request> requests, Duration timeout) {
		long end = System.nanoTime() + timeout.toNanos();
		List<Cancellable> cancellables = new ArrayList<>();
		List<FutureResponse> responses = new ArrayList<>();
		for (Request request : requests) {
			FutureResponse response = new FutureResponse();
			responses.add(response);
			cancellables.add(this.client.performRequestAsync(request, response));
		}
		try {
			List<Reply> replies = new ArrayList<>();
			for (FutureResponse response : responses) {
				replies.add(this.diagnoses
					.requireElasticsearch(reply(response.get(end - System.nanoTime(), TimeUnit.NANOSECONDS))));
			}
			return List.copyOf(replies);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DiagnosedException(this.diagnoses.ofConnection(ex), ex);
		}
		catch (ExecutionException | TimeoutException | IOException ex) {
			throw new DiagnosedException(this.diagnoses.ofConnection(ex), ex);
		}
		finally {
			// Has no effect on a request that has been answered
			cancellables.forEach(Cancellable::cancel);
		}
	}

	private static Request request(ElasticsearchRequest request) {
		Request sent = new Request(request.method(), request.path());
		request.parameters().forEach(sent::addParameter);
		Map<String, Object> body = request.body();
		if (body != null && !body.isEmpty()) {
			sent.setEntity(new StringEntity(JSON.writeToString(body), ContentType.APPLICATION_JSON));
		}
		return sent;
	}

	private static Reply reply(Response response) throws IOException {
		HttpEntity entity = response.getEntity();
		try {
			String body = (entity != null) ? EntityUtils.toString(entity, StandardCharsets.UTF_8) : "";
			return new Reply(response.getStatusCode(), body, headers(response));
		}
		catch (ParseException ex) {
			throw new IOException("The answer cannot be parsed", ex);
		}
	}

	private static Map<String, String> headers(Response response) {
		return Arrays.stream(response.getHeaders())
			.filter((header) -> header.getValue() != null)
			.collect(Collectors.toMap((header) -> header.getName().toLowerCase(Locale.ROOT), Header::getValue,
					(first, second) -> first));
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
