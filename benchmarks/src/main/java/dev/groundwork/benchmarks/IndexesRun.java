package dev.groundwork.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.elasticsearch.ElasticsearchBackEnd;
import dev.groundwork.elasticsearch.IndexResource;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.plan.Plan;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

import org.springframework.data.elasticsearch.client.elc.ElasticsearchTemplate;
import org.springframework.data.elasticsearch.core.IndexOperations;
import org.springframework.data.elasticsearch.core.mapping.IndexCoordinates;

/**
 * Two ways to verify the same indexes.
 */
final class IndexesRun implements AutoCloseable {

	private final URI uri;

	private final List<Declaration> declarations = new ArrayList<>();

	private final Rest5Client client;

	private final ElasticsearchTemplate template;

	private final ProvisioningSession session;

	private final DesiredState desired;

	IndexesRun(int port, int size) {
		this.uri = URI.create("http://127.0.0.1:" + port);
		for (int i = 0; i < size; i++) {
			this.declarations.add(new Declaration(new IndexResource("benchmark-%03d".formatted(i),
					Map.of("number_of_shards", 1, "number_of_replicas", 0),
					Map.of("properties", Map.of("title", Map.of("type", "text"), "at", Map.of("type", "date"))),
					Map.of()), "a benchmark"));
		}
		this.client = Rest5Client.builder(this.uri).build();
		this.template = new ElasticsearchTemplate(
				new ElasticsearchClient(new Rest5ClientTransport(this.client, new Jackson3JsonpMapper())));
		Provisioner provisioner = provisioner();
		this.desired = provisioner.resolveDesiredState();
		this.session = provisioner.open();
	}

	private Provisioner provisioner() {
		return ElasticsearchBackEnd.provisioner(() -> Rest5Client.builder(this.uri).build(), () -> this.declarations);
	}

	void create(LocalElasticsearch node) throws IOException, InterruptedException {
		try (Rest5Client direct = Rest5Client.builder(node.getUri()).build()) {
			Request request = new Request("PUT", "/_cluster/settings");
			request.setJsonEntity("{\"persistent\":{\"cluster.max_shards_per_node\":5000}}");
			direct.performRequest(request);
		}
		new Provisioning(provisioner(), ProvisioningMode.APPLY).run(this.desired, (diagnosis) -> {
			throw new IllegalStateException(diagnosis.toString());
		});
	}

	/**
	 * Verify one index after another.
	 * @return how many nanoseconds it took
	 */
	long verifyOneByOne() {
		long start = System.nanoTime();
		for (Declaration declaration : this.declarations) {
			IndexOperations operations = this.template.indexOps(IndexCoordinates.of(declaration.id().name()));
			if (!operations.exists() || operations.getInformation().isEmpty()) {
				throw new IllegalStateException("Missing: " + declaration.id());
			}
		}
		return System.nanoTime() - start;
	}

	/**
	 * Verify all indexes in one attempt, with their health.
	 * @return how many nanoseconds it took
	 */
	long verifyTogether() {
		long start = System.nanoTime();
		Plan plan = Plan.between(this.desired, this.session.inspect(this.desired, ProvisioningMode.APPLY));
		if (!plan.isSatisfied()) {
			throw new IllegalStateException("Not as declared: " + plan.summary());
		}
		return System.nanoTime() - start;
	}

	@Override
	public void close() throws IOException {
		this.session.close();
		this.client.close();
	}

}
