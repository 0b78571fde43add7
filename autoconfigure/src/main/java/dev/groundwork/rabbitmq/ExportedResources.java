package dev.groundwork.rabbitmq;

import java.util.List;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

/**
 * What another tool would have to create: neither what somebody else creates nor what the
 * broker has by itself.
 *
 * @param exchanges the exchanges
 * @param queues the queues
 * @param bindings the bindings
 */
record ExportedResources(List<ExchangeResource> exchanges, List<QueueResource> queues, List<BindingResource> bindings) {

	private static final String RESERVED = "amq.";

	static ExportedResources of(DesiredState desired) {
		return new ExportedResources(ofType(desired, ExchangeResource.class).stream()
			.filter((exchange) -> !exchange.name().isEmpty() && !exchange.name().startsWith(RESERVED))
			.toList(), ofType(desired, QueueResource.class), ofType(desired, BindingResource.class));
	}

	private static <R extends Resource> List<R> ofType(DesiredState desired, Class<R> type) {
		return desired.declarations()
			.stream()
			.filter((declaration) -> !declaration.external())
			.map(Declaration::resource)
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

}
