package dev.groundwork.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's {@code keytool} on a key store of its own.
 */
final class Keytool implements AutoCloseable {

	static final String PASSWORD = "changeit";

	private static final int LIMIT_SECONDS = 30;

	private final Path folder;

	Keytool() {
		try {
			this.folder = Files.createTempDirectory("groundwork-keytool");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void run(String... arguments) {
		List<String> line = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		line.addAll(List.of(arguments));
		line.addAll(List.of("-storetype", "PKCS12", "-keystore", store().toString(), "-storepass", PASSWORD));
		try {
			Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log().toFile()).start();
			if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IllegalStateException("keytool failed: " + Files.readString(log()));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	KeyStore keyStore() {
		try {
			return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path store() {
		return this.folder.resolve("store.p12");
	}

	private Path log() {
		return this.folder.resolve("log");
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(store());
			Files.deleteIfExists(log());
			Files.deleteIfExists(this.folder);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
