package dev.groundwork.autoconfigure;

import dev.groundwork.autoconfigure.RabbitMqProperties.Exchange;
import dev.groundwork.rabbitmq.ExchangeResource;
import org.jspecify.annotations.Nullable;

/**
 * What the properties of an exchange mean.
 */
final class DeclaredExchange {

	private static final String DEFAULT_TYPE = "direct";

	private static final String DELAYED_TYPE = "x-delayed-message";

	private DeclaredExchange() {
	}

	static ExchangeResource resource(Exchange exchange, String name, String property) {
		String type = type(exchange);
		DeclaredArguments arguments = new DeclaredArguments(property, ExchangeResource.KIND, exchange.getArguments())
			.with("alternate-exchange", "alternate-exchange", exchange.getAlternateExchange())
			.with("type", "x-delayed-type", exchange.isDelayed() ? type : null);
		return new ExchangeResource(name, exchange.isDelayed() ? DELAYED_TYPE : type, exchange.isDurable(),
				exchange.isAutoDelete(), exchange.isInternal(), arguments.toMap());
	}

	private static String type(Exchange exchange) {
		@Nullable String type = exchange.getType();
		if (type != null) {
			return type;
		}
		return exchange.isExternal() ? "" : DEFAULT_TYPE;
	}

}
