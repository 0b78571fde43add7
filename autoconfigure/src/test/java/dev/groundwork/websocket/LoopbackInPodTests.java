package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.Map;

import dev.groundwork.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoopbackInPod}.
 */
class LoopbackInPodTests {

	private static final Map<String, String> POD = Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1");

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1" })
	void serverOnLoopbackInAPodCannotBeReached(String address) {
		Diagnosis diagnosis = LoopbackInPod.of("presence", new InetSocketAddress(address, 9083), POD);
		assertThat(diagnosis).isNotNull();
		assertThat(diagnosis.evidence()).startsWith("it is bound to ").endsWith(":9083");
		assertThat(diagnosis.remedy()).contains("0.0.0.0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "::", "10.1.2.3" })
	void serverOnAnotherAddressIsFine(String address) {
		assertThat(LoopbackInPod.of("presence", new InetSocketAddress(address, 9083), POD)).isNull();
	}

	@Test
	void outsideOfAPodLoopbackIsFine() {
		assertThat(LoopbackInPod.of("presence", new InetSocketAddress("127.0.0.1", 9083), Map.of())).isNull();
	}

}
