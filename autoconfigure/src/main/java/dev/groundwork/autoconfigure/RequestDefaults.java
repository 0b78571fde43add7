package dev.groundwork.autoconfigure;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The configuration that a client gives to each request. Neither the client nor what it
 * is built on tells it, so it is looked for by the types of their fields.
 */
final class RequestDefaults {

	private static final Log logger = LogFactory.getLog(RequestDefaults.class);

	private RequestDefaults() {
	}

	/**
	 * Find the configuration of the given client.
	 * @param client the client
	 * @return the configuration, empty if it cannot be told
	 */
	static Optional<RequestConfig> of(Rest5Client client) {
		try {
			return find(client, HttpAsyncClient.class).flatMap((http) -> find(http, RequestConfig.class));
		}
		catch (RuntimeException ex) {
			logger.debug("The time-outs of the Elasticsearch client cannot be told", ex);
			return Optional.empty();
		}
	}

	private static <T> Optional<T> find(Object owner, Class<T> type) {
		for (Class<?> each = owner.getClass(); each != null; each = each.getSuperclass()) {
			Optional<T> value = Arrays.stream(each.getDeclaredFields())
				.filter((field) -> type.isAssignableFrom(field.getType()))
				.map((field) -> type.cast(read(field, owner)))
				.findFirst();
			if (value.isPresent()) {
				return value;
			}
		}
		return Optional.empty();
	}

	private static @Nullable Object read(Field field, Object owner) {
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, owner);
	}

}
