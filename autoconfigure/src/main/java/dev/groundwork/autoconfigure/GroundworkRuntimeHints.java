package dev.groundwork.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * {@link RuntimeHintsRegistrar} for what is reached by name: files with definitions, base
 * classes of repositories, and what libraries do not let be read. What is not on the
 * class path is left out.
 */
final class GroundworkRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> REPOSITORIES = List.of("dev.groundwork.elasticsearch.ProvisionedRepository",
			"dev.groundwork.elasticsearch.ReactiveProvisionedRepository");

	private static final List<String> CLIENTS = List.of(
			"co.elastic.clients.transport.rest5_client.low_level.Rest5Client",
			"org.apache.hc.client5.http.impl.async.InternalHttpAsyncClient",
			"org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("groundwork/**");
		hints.resources().registerPattern(CodeContract.RESOURCE);
		REPOSITORIES.forEach((type) -> hints.reflection()
			.registerTypeIfPresent(classLoader, type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		CLIENTS.forEach((type) -> hints.reflection()
			.registerTypeIfPresent(classLoader, type, MemberCategory.ACCESS_DECLARED_FIELDS));
		JdbcPool.typeNames()
			.forEach((type) -> hints.reflection()
				.registerTypeIfPresent(classLoader, type, MemberCategory.INVOKE_PUBLIC_METHODS));
		hints.reflection()
			.registerTypeIfPresent(classLoader, "org.springframework.amqp.rabbit.core.RabbitAdmin",
					MemberCategory.ACCESS_DECLARED_FIELDS);
		registerAddresses(hints, classLoader);
	}

	private static void registerAddresses(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerTypeIfPresent(classLoader, "org.springframework.amqp.rabbit.connection.AbstractConnectionFactory",
					(type) -> type.withMethod("getAddresses", List.of(), ExecutableMode.INVOKE));
	}

}
