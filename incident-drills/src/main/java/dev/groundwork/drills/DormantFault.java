package dev.groundwork.drills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.groundwork.drills.application.gateway.GatewayApplication;
import dev.groundwork.test.ApplicationProcess;
import dev.groundwork.test.ColdStartRehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A fault that is older than the deployment which shows it: what the pods read when they
 * start was changed while they ran.
 */
final class DormantFault implements Drill {

	private static final Duration LOOK = Duration.ofMillis(100);

	@Override
	public String name() {
		return "dormant-fault";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "Discovery: v3.2.1 has same issue (was dormant, triggered by pod restart)");
	}

	@Override
	public String shows() {
		return "The feature that closes the circle of `package-chain` is switched on while v3.2.1 runs, which reads it when it starts. v3.2.2 is deployed, and rolled back.";
	}

	@Override
	public String plain(Stage stage) throws Exception {
		Path configuration = stage.file("configuration.properties");
		Application old = start(stage, "v3.2.1", configuration);
		old.awaitReady(Application.LONGEST_START);
		switchFeatureOn(configuration);
		assertThat(old.get("/documents").status()).isEqualTo(200);
		old.close();
		Application deployed = start(stage, "v3.2.2", configuration);
		assertThat(deployed.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		Application rolledBack = start(stage, "v3.2.1-again", configuration);
		assertThat(rolledBack.awaitExit(Application.LONGEST_START)).isEqualTo(1);
		assertThat(List.of(deployed.log(), rolledBack.log())).allMatch((log) -> log.contains("StackOverflowError"));
		return "v3.2.1 serves; v3.2.2 ends with exit code 1 after %s; v3.2.1, rolled back to, ends the same way after %s: nothing serves"
			.formatted(Seconds.of(deployed.sinceStart()), Seconds.of(rolledBack.sinceStart()));
	}

	@Override
	public String groundwork(Stage stage) throws Exception {
		Path configuration = stage.file("configuration.properties");
		Application old = start(stage, "v3.2.1", configuration);
		old.awaitReady(Application.LONGEST_START);
		switchFeatureOn(configuration);
		ColdStartRehearsal rehearsal = ColdStartRehearsal.of(GatewayApplication.class)
			.withProperties("spring.config.additional-location=file:" + configuration)
			.withLimit(Application.LONGEST_START);
		long begin = System.nanoTime();
		try (Samples<Integer> answers = Samples.every(LOOK, () -> old.get("/documents").status())) {
			try (ApplicationProcess fresh = rehearsal.start()) {
				assertThatExceptionOfType(AssertionError.class)
					.isThrownBy(() -> fresh.awaitReady(Application.LONGEST_START))
					.withMessageContaining("exit code 1");
				assertThat(fresh.getLog()).contains("StackOverflowError");
			}
			Duration found = Duration.ofNanos(System.nanoTime() - begin);
			assertThat(answers.taken()).isNotEmpty().containsOnly(200);
			return "a cold start rehearsal before the deployment ends with the StackOverflowError after %s; v3.2.1 answers all %d requests meanwhile, and nothing was deployed"
				.formatted(Seconds.of(found), answers.taken().size());
		}
	}

	private static Application start(Stage stage, String version, Path configuration) {
		return stage.application(GatewayApplication.class)
			.named(version)
			.property("spring.config.additional-location", "file:" + configuration)
			.start();
	}

	private static void switchFeatureOn(Path configuration) throws Exception {
		Files.writeString(configuration, PackageChain.FEATURE + "=true\n");
	}

}
