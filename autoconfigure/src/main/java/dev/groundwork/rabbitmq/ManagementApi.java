package dev.groundwork.rabbitmq;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Reads what there is in one virtual host: three requests at once, each with an end.
 */
final class ManagementApi {

	private static final JsonParser JSON = JsonParserFactory.getJsonParser();

	private static final String EXCHANGE_COLUMNS = "name,type,durable,auto_delete,internal,arguments,policy";

	private static final String QUEUE_COLUMNS = "name,type,durable,auto_delete,arguments,policy,operator_policy,effective_policy_definition";

	private static final String BINDING_COLUMNS = "source,destination,destination_type,routing_key,arguments,properties_key";

	private static final int OK = 200;

	private final ManagementAccess access;

	private final ManagementDiagnoses diagnoses;

	ManagementApi(ManagementAccess access) {
		this.access = access;
		this.diagnoses = new ManagementDiagnoses(access);
	}

	BrokerContents read() throws ManagementUnavailableException {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(this.access.connectTimeout())
			.build();
		CompletableFuture<List<Object>> exchanges = list(client, "exchanges", EXCHANGE_COLUMNS);
		CompletableFuture<List<Object>> queues = list(client, "queues", QUEUE_COLUMNS);
		CompletableFuture<List<Object>> bindings = list(client, "bindings", BINDING_COLUMNS);
		try {
			await(CompletableFuture.allOf(exchanges, queues, bindings));
			return BrokerContents.of(exchanges.join(), queues.join(), bindings.join());
		}
		finally {
			List.of(exchanges, queues, bindings).forEach((request) -> request.cancel(true));
		}
	}

	private CompletableFuture<List<Object>> list(HttpClient client, String kind, String columns) {
		URI uri = URI.create(this.access.resource(kind, this.access.virtualHost()) + "?columns=" + columns);
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Authorization", this.access.authorization())
			.header("Accept", "application/json")
			.timeout(this.access.readTimeout())
			.build();
		return client.sendAsync(request, BodyHandlers.ofString()).thenApply(this::parse);
	}

	private List<Object> parse(HttpResponse<String> response) {
		if (response.statusCode() != OK) {
			throw new CompletionException(this.diagnoses.ofStatus(response.statusCode(), response.body()));
		}
		try {
			return JSON.parseList(response.body());
		}
		catch (JsonParseException ex) {
			throw new CompletionException(this.diagnoses.ofForeignAnswer());
		}
	}

	// The time-out of a request ends with the headers: the body needs a bound as well
	private void await(CompletableFuture<?> requests) throws ManagementUnavailableException {
		try {
			requests.get(this.access.connectTimeout().plus(this.access.readTimeout()).toMillis(),
					TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw this.diagnoses.ofFailure((cause != null) ? cause : ex);
		}
		catch (TimeoutException ex) {
			throw this.diagnoses.ofFailure(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.diagnoses.ofFailure(ex);
		}
	}

}
