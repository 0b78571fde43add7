package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Watches what the application has on a cluster: its own indexes only, whatever state
 * those of others are in. Has a client of its own, and takes a new one after a failure:
 * connections to a server that was frozen stay mute when it answers again.
 *
 * @since 0.1.0
 */
public final class ClusterWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ClusterWatch.class);

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int NOT_FOUND = 404;

	private static final int TIMEOUT = 408;

	private static final int TOO_MANY_REQUESTS = 429;

	private final Supplier<Rest5Client> clients;

	private final Supplier<? extends Collection<String>> indexes;

	private final Duration timeout;

	private final ExecutorService closing;

	private @Nullable ElasticsearchHttp http;

	private boolean closed;

	/**
	 * Create a new {@link ClusterWatch} instance. Does not connect.
	 * @param clients creates a client, which is closed by the watch
	 * @param indexes the names of the indexes that the application has declared
	 * @param timeout how long to wait for all answers of a check
	 */
	public ClusterWatch(Supplier<Rest5Client> clients, Supplier<? extends Collection<String>> indexes,
			Duration timeout) {
		this.clients = clients;
		this.indexes = indexes;
		this.timeout = timeout;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-close-");
		threads.setDaemon(true);
		this.closing = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
	}

	/**
	 * Check the cluster and the indexes. Not called twice at once.
	 * @return what is wrong, empty if nothing is: blocked means that the cluster is there
	 */
	public List<Diagnosis> check() {
		ElasticsearchHttp current = client();
		try {
			Collection<String> names = this.indexes.get();
			return names.isEmpty() ? checkServer(current) : checkIndexes(current, names);
		}
		catch (DiagnosedException ex) {
			discardUnlessClosed(current);
			return ex.getDiagnoses();
		}
	}

	private List<Diagnosis> checkServer(ElasticsearchHttp current) {
		Reply reply = current.send(health("/_cluster/health"));
		// Who may not see the state of the cluster has been answered by it
		return (isAnswer(reply) || reply.status() == FORBIDDEN) ? List.of() : List.of(refusal(current, reply));
	}

	private List<Diagnosis> checkIndexes(ElasticsearchHttp current, Collection<String> names) {
		List<List<String>> chunks = NameChunks.of(names);
		List<ElasticsearchRequest> requests = new ArrayList<>();
		chunks.forEach((chunk) -> requests
			.add(health("/_cluster/health/" + ElasticsearchRequest.names(chunk)).with("level", "indices")));
		chunks.forEach((chunk) -> requests.add(blocks(chunk)));
		List<Reply> replies = current.sendAll(requests);
		List<Diagnosis> found = new ArrayList<>();
		for (int i = 0; i < chunks.size(); i++) {
			Reply health = replies.get(i);
			if (health.status() == UNAUTHORIZED || health.status() == FORBIDDEN) {
				found.addAll(checkExistence(current, chunks.get(i)));
			}
			else if (!isAnswer(health)) {
				found.add(refusal(current, health));
			}
			else {
				found.addAll(red(health));
			}
			found.addAll(blocked(current, replies.get(chunks.size() + i)));
		}
		return found;
	}

	private static ElasticsearchRequest health(String path) {
		return ElasticsearchRequest.get(path)
			.with("timeout", "0s")
			.with("master_timeout", "1s")
			.with("filter_path", "timed_out,status,indices.*.status,error");
	}

	private static ElasticsearchRequest blocks(List<String> names) {
		return ElasticsearchRequest.get("/" + ElasticsearchRequest.names(names) + "/_settings/index.blocks.*")
			.with("flat_settings", "true")
			.with("ignore_unavailable", "true")
			.with("allow_no_indices", "true");
	}

	private static boolean isAnswer(Reply health) {
		return !health.isError() || (health.status() == TIMEOUT && health.json().containsKey("timed_out"));
	}

	private static List<Diagnosis> red(Reply health) {
		List<Diagnosis> found = new ArrayList<>();
		Nested.map(health.json(), "indices").forEach((name, index) -> {
			if (Nested.text(Nested.map(index), "status").equals("red")) {
				found.add(new Diagnosis(FailureKind.TRANSIENT, "index '%s'".formatted(name),
						"has no active primary shard (status red)", "status red",
						"See why: GET /_cluster/allocation/explain"));
			}
		});
		if (found.isEmpty() && Nested.text(health.json(), "status").equals("red")) {
			found.add(missing());
		}
		return found;
	}

	private static Diagnosis missing() {
		return new Diagnosis(FailureKind.TRANSIENT, "declared indexes", "at least one does not exist",
				"status red without an index that is", "See GET /_cat/indices, and start the application again.");
	}

	/**
	 * Check the indexes with the least right there is, where the health of the cluster is
	 * not ours to read.
	 * @param current the client
	 * @param names the names
	 * @return what is wrong
	 */
	private static List<Diagnosis> checkExistence(ElasticsearchHttp current, List<String> names) {
		Reply reply = current
			.send(new ElasticsearchRequest("HEAD", "/" + ElasticsearchRequest.names(names), Map.of(), null));
		if (!reply.isError()) {
			return List.of();
		}
		return List.of((reply.status() == NOT_FOUND) ? missing() : refusal(current, reply));
	}

	private static List<Diagnosis> blocked(ElasticsearchHttp current, Reply settings) {
		if (settings.status() == TOO_MANY_REQUESTS) {
			return List.of(refusal(current, settings));
		}
		List<Diagnosis> found = new ArrayList<>();
		if (!settings.isError()) {
			settings.json().forEach((name, index) -> {
				if (isFull(Nested.map(Nested.map(index), "settings").get("index.blocks.read_only_allow_delete"))) {
					found.add(new Diagnosis(FailureKind.BLOCKED, "index '%s'".formatted(name),
							"the cluster refuses writes: disk above flood stage",
							"index.blocks.read_only_allow_delete is true", ServerBlock.FREE_DISK));
				}
			});
		}
		return found;
	}

	private static boolean isFull(@Nullable Object block) {
		return "true".equals(String.valueOf(block));
	}

	private static Diagnosis refusal(ElasticsearchHttp current, Reply reply) {
		Diagnosis diagnosis = current.diagnoses().of(reply);
		return (reply.status() == TOO_MANY_REQUESTS) ? new Diagnosis(FailureKind.BLOCKED, diagnosis.subject(),
				diagnosis.cause(), diagnosis.evidence(), diagnosis.remedy()) : diagnosis;
	}

	private synchronized ElasticsearchHttp client() {
		ElasticsearchHttp current = this.http;
		if (current == null) {
			if (this.closed) {
				throw new IllegalStateException("The watch has ended");
			}
			current = new ElasticsearchHttp(this.clients.get(), this.timeout);
			this.http = current;
		}
		return current;
	}

	private synchronized void discardUnlessClosed(ElasticsearchHttp current) {
		if (!this.closed) {
			discard(current);
		}
	}

	private synchronized void discard(ElasticsearchHttp current) {
		this.http = null;
		// A client waits for what it has sent, also where nobody will answer
		this.closing.execute(() -> {
			try {
				current.close();
			}
			catch (IOException ex) {
				logger.debug("Client could not be closed", ex);
			}
		});
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.http != null) {
			discard(this.http);
		}
		this.closing.shutdown();
	}

}
