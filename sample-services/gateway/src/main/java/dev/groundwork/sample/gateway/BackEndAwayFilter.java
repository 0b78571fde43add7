package dev.groundwork.sample.gateway;

import java.io.IOException;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says which service cannot be reached, where the answer would be an error without a
 * name.
 */
@Component
class BackEndAwayFilter implements GlobalFilter, Ordered {

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange)
			.onErrorMap(BackEndAwayFilter::isAway, (ex) -> new BackEndAwayException(nameOf(exchange), ex));
	}

	private static boolean isAway(Throwable ex) {
		boolean late = ex instanceof ResponseStatusException status
				&& status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
		return late || ex instanceof IOException;
	}

	private static String nameOf(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return route.getId();
	}

}
