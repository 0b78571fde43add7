package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.assistant.AssistantApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An address of a private network in the configuration, after the network has changed.
 */
final class HardCodedAddress implements Drill {

	private static final String RULE = "private-address";

	private static final String PLACE = "assistant.yml:2:8";

	@Override
	public String name() {
		return "hard-coded-address";
	}

	@Override
	public Quote quote() {
		return new Quote("003", "IP address `172.20.0.8` hardcoded for Ollama service");
	}

	@Override
	public String shows() {
		return "A service calls `http://172.20.0.8:11434` in a network, played by a proxy on this machine, that knows Ollama by name and no longer by that address.";
	}

	@Override
	public String plain(Stage stage) {
		Network network = Network.of(stage);
		Application assistant = assistant(stage, network, "hard-coded").start();
		Duration ready = assistant.awaitReady(Application.LONGEST_START);
		assertThat(assistant.log()).doesNotContain("172.20.0.8", "ollama.url");
		assertThat(assistant.get("/models").status()).isEqualTo(500);
		assertThat(network.unknown()).isEqualTo(1);
		assertThat(assistant.isReady()).isTrue();
		return "UP after %s without a word about the address; the first call of a user is answered with 500, and readiness stays UP"
			.formatted(Seconds.of(ready));
	}

	@Override
	public String groundwork(Stage stage) {
		Network network = Network.of(stage);
		Application warned = assistant(stage, network, "default-severity").start();
		warned.awaitReady(Application.LONGEST_START);
		assertThat(warned.log()).contains(RULE, PLACE);
		warned.close();
		Application refused = strict(stage, network, "hard-coded").start();
		assertThat(refused.awaitExit(Application.LONGEST_START)).isEqualTo(ExitCode.BROKEN_CONTRACT);
		Duration ended = refused.sinceStart();
		assertThat(refused.log()).contains(RULE, PLACE, "export OLLAMA_URL=<host name>");
		assertThat(network.unknown()).isZero();
		Application named = strict(stage, network, "named")
			.environment("OLLAMA_URL", "http://%s:11434".formatted(Network.HOST))
			.start();
		Duration ready = named.awaitReady(Application.LONGEST_START);
		assertThat(named.get("/models").isOk()).isTrue();
		return "by default a warning at the start; with `rules.private-address: error` exit code 78 after %s; both say at which line the address stands; with a name instead, UP after %s, and the first call is answered"
			.formatted(Seconds.of(ended), Seconds.of(ready));
	}

	private static Application.Builder strict(Stage stage, Network network, String name) {
		return assistant(stage, network, name).groundwork("contract.rules.private-address", "error");
	}

	private static Application.Builder assistant(Stage stage, Network network, String name) {
		return stage.application(AssistantApplication.class)
			.named(name)
			.property("spring.config.name", "application,assistant")
			.environment("JAVA_TOOL_OPTIONS",
					"-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=%d".formatted(network.port()));
	}

}
