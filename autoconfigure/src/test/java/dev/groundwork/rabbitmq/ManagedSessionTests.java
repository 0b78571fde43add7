package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.rabbitmq.ManagementAccess.Credentials;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * Tests for {@link ManagedSession}.
 */
class ManagedSessionTests {

	private static final Declaration QUEUE = Declarations.queue("q");

	private static final Declaration BINDING = Declarations.binding("amq.topic", "q", "k");

	private final ProvisioningSession session = BDDMockito.mock(ProvisioningSession.class);

	private final AtomicInteger requests = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.requests.incrementAndGet();
			byte[] body = body(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	private static String body(String path) {
		if (path.startsWith("/api/bindings")) {
			return "[{\"source\":\"amq.topic\",\"destination\":\"q\",\"destination_type\":\"queue\","
					+ "\"routing_key\":\"k\",\"arguments\":{},\"properties_key\":\"k\"}]";
		}
		return path.startsWith("/api/queues") ? "[{\"name\":\"q\",\"durable\":false,\"arguments\":{}}]" : "[]";
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void applyOfWhatIsAsDeclaredAsksNothing() {
		observe(new Present(List.of()), new Unreadable());
		assertThat(inspect(ProvisioningMode.APPLY, access())).containsEntry(BINDING.id(), new Unreadable());
		assertThat(this.requests).hasValue(0);
	}

	@Test
	void applyOfWhatDiffersAsks() {
		observe(new Present(List.of(new Difference("x-max-length", 1, null, false))), new Unreadable());
		Present drifted = present(inspect(ProvisioningMode.APPLY, access()));
		assertThat(drifted.differences()).extracting(Difference::attribute).containsExactly("x-max-length", "durable");
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void planAsks() {
		observe(new Present(List.of()), new Unreadable());
		assertThat(inspect(ProvisioningMode.PLAN, access())).containsEntry(BINDING.id(), new Present(List.of()));
	}

	@Test
	void verifyAsksAndTheBrokerHasNotCompared() {
		observe(new Present(List.of()), new Unreadable());
		Present found = present(inspect(ProvisioningMode.VERIFY, access()));
		assertThat(found.differences()).extracting(Difference::attribute).containsExactly("durable");
	}

	@Test
	void withoutAnAddressWhatIsNotKnownIsTold() {
		observe(new Present(List.of()), new Unreadable());
		assertThat(inspect(ProvisioningMode.PLAN, null)).containsEntry(BINDING.id(), new Unreadable(
				List.of("whether it is there was not found out (groundwork.rabbitmq.management.uri would tell)")));
	}

	@Test
	void bindingsOfTheWholeAreNotUnexpectedWhenAPartIsReadBack() {
		observe(new Present(List.of()), new Unreadable());
		ManagedSession managed = new ManagedSession(this.session, access());
		managed.inspect(Declarations.desired(QUEUE, BINDING), ProvisioningMode.PLAN);
		Present again = present(managed.inspect(Declarations.desired(QUEUE), ProvisioningMode.PLAN));
		assertThat(again.notes()).noneMatch((note) -> note.contains("not declared"));
	}

	@Test
	void closesTheSessionItAddsTo() {
		new ManagedSession(this.session, null).close();
		then(this.session).should().close();
	}

	private void observe(Observation ofQueue, Observation ofBinding) {
		given(this.session.inspect(any(), any())).willReturn(Map.of(QUEUE.id(), ofQueue, BINDING.id(), ofBinding));
	}

	private Map<ResourceId, Observation> inspect(ProvisioningMode mode, @Nullable ManagementAccess access) {
		return new ManagedSession(this.session, access).inspect(Declarations.desired(QUEUE, BINDING), mode);
	}

	private static Present present(Map<ResourceId, Observation> observed) {
		return (Present) Objects.requireNonNull(observed.get(QUEUE.id()));
	}

	private ManagementAccess access() {
		return ManagementAccess.to("http://127.0.0.1:" + this.server.getAddress().getPort(), "/",
				new Credentials("monitor", "secret"), new Credentials(null, null), Duration.ofSeconds(2),
				Duration.ofSeconds(5));
	}

}
