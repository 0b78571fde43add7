package dev.groundwork.rabbitmq;

import dev.groundwork.resource.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KubernetesName}.
 */
class KubernetesNameTests {

	@Test
	void nameCanBeRecognised() {
		assertThat(KubernetesName.of("/", QueueResource.idOf("search.documents")))
			.matches("queue-search-documents-[0-9a-f]{8}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPPER", "events → orders [order.#]", "…", "a-", "-a", "x y",
			"0123456789012345678901234567890123456789012345678901234567890123456789",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b" })
	void kubernetesAcceptsTheName(String name) {
		assertThat(KubernetesName.of("/", new ResourceId("binding", name))).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
			.hasSizeLessThanOrEqualTo(63);
	}

	@Test
	void namesThatDifferStayDifferent() {
		assertThat(KubernetesName.of("/", QueueResource.idOf("a.b")))
			.isNotEqualTo(KubernetesName.of("/", QueueResource.idOf("a-b")))
			.isNotEqualTo(KubernetesName.of("/other", QueueResource.idOf("a.b")));
	}

}
