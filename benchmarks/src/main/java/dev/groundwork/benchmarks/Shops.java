package dev.groundwork.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The measured application twice, side by side on the same servers.
 *
 * @param plain the one on plain Spring Boot
 * @param groundwork the one with Groundwork
 */
record Shops(ShopProcess plain, ShopProcess groundwork) implements AutoCloseable {

	static Shops start(Path folder, Servers servers, String... properties) throws IOException {
		ShopProcess plain = ShopProcess.start(folder, Variant.PLAIN, servers.propertiesOf(Variant.PLAIN));
		ShopProcess groundwork = ShopProcess.start(folder, Variant.GROUNDWORK,
				concat(servers.propertiesOf(Variant.GROUNDWORK), List.of(properties)));
		Shops shops = new Shops(plain, groundwork);
		shops.each(ShopProcess::awaitReady);
		return shops;
	}

	private static List<String> concat(List<String> some, List<String> others) {
		return Stream.of(some, others).flatMap(List::stream).toList();
	}

	private void each(Consumer<ShopProcess> action) {
		try {
			action.accept(this.plain);
			action.accept(this.groundwork);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	@Override
	public void close() {
		try (this.plain) {
			this.groundwork.close();
		}
	}

}
