package dev.groundwork.elasticsearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.data.elasticsearch.client.elc.ElasticsearchTemplate;
import org.springframework.data.elasticsearch.core.IndexOperations;
import org.springframework.data.elasticsearch.core.mapping.IndexCoordinates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for an application with many indexes and a server that is 5 ms away.
 */
@Timeout(600)
class ManyIndexesIT {

	private static final int COUNT = 200;

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = new LocalInfrastructureExtension();

	private final LocalElasticsearch server = infrastructure.elasticsearch();

	private final IndexResource[] indexes = IntStream.range(0, COUNT)
		.mapToObj((number) -> new IndexResource("one-of-many-indexes-%03d".formatted(number),
				Map.of("number_of_shards", 1, "number_of_replicas", 0),
				Map.of("properties", Map.of("title", Map.of("type", "text"), "at", Map.of("type", "date"))),
				Map.of("alias-of-%03d".formatted(number), Map.of())))
		.toArray(IndexResource[]::new);

	@Test
	void unchangedIndexesTakeAHandfulOfRequestsAndATenthOfTheTime() throws Exception {
		new RealProvisioning(URI.create(this.server.getUri().toString())).apply(this.indexes);
		try (RequestCountingProxy proxy = new RequestCountingProxy(this.server.getUri(), Duration.ofMillis(5))) {
			RealProvisioning provisioning = new RealProvisioning(proxy.getUri());
			Duration first = time(() -> provisioning.apply(this.indexes).changes());
			assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(8);
			proxy.requests().clear();
			Duration ours = time(() -> provisioning.apply(this.indexes).changes());
			int requests = proxy.requests().size();
			proxy.requests().clear();
			Duration oneByOne = time(() -> readOneByOne(proxy.getUri()));
			System.out.printf("%d indexes: %d requests in %d ms (first %d ms); one by one %d requests in %d ms%n",
					COUNT, requests, ours.toMillis(), first.toMillis(), proxy.requests().size(), oneByOne.toMillis());
			assertThat(oneByOne).isGreaterThan(ours.multipliedBy(10));
		}
	}

	private List<String> readOneByOne(URI uri) throws Exception {
		try (Rest5ClientTransport transport = new Rest5ClientTransport(Rest5Client.builder(uri).build(),
				new JacksonJsonpMapper())) {
			ElasticsearchTemplate operations = new ElasticsearchTemplate(new ElasticsearchClient(transport));
			for (IndexResource index : this.indexes) {
				IndexOperations indexOperations = operations.indexOps(IndexCoordinates.of(index.name()));
				assertThat(indexOperations.exists()).isTrue();
				assertThat(indexOperations.getInformation()).hasSize(1);
			}
		}
		return List.of();
	}

	private static Duration time(Callable<? extends List<?>> callable) throws Exception {
		long start = System.nanoTime();
		assertThat(callable.call()).isEmpty();
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
