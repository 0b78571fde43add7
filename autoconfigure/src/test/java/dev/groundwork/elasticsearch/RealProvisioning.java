package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.Planning;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Provisions a server as the application does.
 *
 * @param uri the address of the server
 */
record RealProvisioning(URI uri) {

	ProvisioningResult apply(Resource... resources) throws InterruptedException {
		return run(ProvisioningMode.APPLY, resources);
	}

	ProvisioningResult run(ProvisioningMode mode, Resource... resources) throws InterruptedException {
		Provisioner provisioner = provisioner(resources);
		return new Provisioning(provisioner, mode).run(provisioner.resolveDesiredState(), (diagnosis) -> {
		});
	}

	DiagnosedException refused(Resource... resources) {
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, () -> apply(resources));
		assertThat(failure).isNotNull();
		return failure;
	}

	Plan plan(Resource... resources) {
		PlannedBackEnd planned = planned(resources);
		assertThat(planned.failures()).isEmpty();
		assertThat(planned.plan()).isNotNull();
		return planned.plan();
	}

	Step planOf(Resource resource) {
		return plan(resource).steps().get(0);
	}

	PlannedBackEnd planned(Resource... resources) {
		Provisioner provisioner = provisioner(resources);
		return new Planning(provisioner).run(provisioner.resolveDesiredState());
	}

	Provisioner provisioner(Resource... resources) {
		return ElasticsearchBackEnd.provisioner(() -> Rest5Client.builder(this.uri).build(),
				() -> Stream.of(resources).map((resource) -> new Declaration(resource, "a test")).toList());
	}

	Reply send(String method, String path, String body) {
		return send(
				new ElasticsearchRequest(method, path, Map.of(), body.isEmpty() ? null : new Reply(200, body).json()));
	}

	Reply send(ElasticsearchRequest request) {
		try (ElasticsearchHttp http = new ElasticsearchHttp(Rest5Client.builder(this.uri).build())) {
			return http.send(request);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Map<String, Object> get(String path) {
		return send("GET", path, "").json();
	}

	static IndexResource index(String name, Map<String, Object> properties) {
		return new IndexResource(name, Map.of("number_of_replicas", 0), Map.of("properties", properties), Map.of());
	}

	static IndexResource withAliases(String name, Map<String, Object> aliases) {
		return new IndexResource(name, Map.of("number_of_replicas", 0), Map.of(), aliases);
	}

}
