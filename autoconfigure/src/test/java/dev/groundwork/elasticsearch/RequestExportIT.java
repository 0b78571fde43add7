package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Change;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link RequestExport}: somebody else sends the requests.
 */
@Timeout(90)
class RequestExportIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final RealProvisioning provisioning = new RealProvisioning(infrastructure.elasticsearch().getUri());

	@Test
	void afterTheRequestsWereSentThereIsNothingToDo() {
		Resource[] resources = {
				new IndexResource("exported-ä", Map.of("number_of_replicas", 0, "refresh_interval", "3s"),
						Map.of("dynamic", "strict", "properties", Map.of("title", Map.of("type", "text"))),
						Map.of("exported-alias", Map.of("filter", Map.of("term", Map.of("title", "\"x\"\n"))))),
				new ClusterDefinition(DefinitionKind.INDEX_TEMPLATE, "exported",
						Map.of("index_patterns", List.of("exports-*", "exporting-*"), "composed_of",
								List.of("exported-part"), "priority", 906)),
				new ClusterDefinition(DefinitionKind.COMPONENT_TEMPLATE, "exported-part",
						Map.of("template", Map.of("settings", Map.of("number_of_shards", 2)))) };
		String text = new RequestExport().write(this.provisioning.provisioner(resources).resolveDesiredState());
		assertThat(text)
			.isEqualTo(new RequestExport().write(this.provisioning.provisioner(resources).resolveDesiredState()));
		for (String request : text.split("\n\n")) {
			String[] line = request.substring(0, request.indexOf('\n')).split(" ");
			Reply reply = this.provisioning.send(line[0], line[1], request.substring(request.indexOf('\n') + 1));
			assertThat(reply.isError()).as(reply.body()).isFalse();
		}
		assertThat(this.provisioning.plan(resources).steps()).hasSize(3)
			.allSatisfy((step) -> assertThat(step.change()).isEqualTo(Change.NONE));
	}

}
