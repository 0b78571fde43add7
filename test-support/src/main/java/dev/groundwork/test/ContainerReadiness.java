package dev.groundwork.test;

import org.testcontainers.containers.wait.strategy.WaitStrategy;

/**
 * When a container of Testcontainers is started: not when a line is in its log or a port
 * is open, but when its server has done what a service will ask of it. Each look has an
 * end, and all of them the start-up time-out of the container. <pre class="code">
 * &#064;Bean
 * &#064;ServiceConnection
 * RabbitMQContainer rabbitMq() {
 *     return new RabbitMQContainer("rabbitmq:4-management").waitingFor(ContainerReadiness.declaresAnExchange());
 * }
 * </pre> Needs the module of Testcontainers for the server, and its Java client for
 * RabbitMQ.
 *
 * @since 0.1.0
 */
public final class ContainerReadiness {

	private ContainerReadiness() {
	}

	/**
	 * Wait until a {@code RabbitMQContainer} declares an exchange. It is gone afterwards.
	 * @return the strategy
	 */
	public static WaitStrategy declaresAnExchange() {
		return new BrokerWaitStrategy("declare an exchange",
				(channel) -> channel.exchangeDeclare("groundwork-container-readiness", "fanout", false, true, null));
	}

	/**
	 * Wait until a {@code RabbitMQContainer} has an exchange, which somebody else
	 * declares: its definitions, a container beside it.
	 * @param name the name of the exchange, in virtual host {@code /}
	 * @return the strategy
	 */
	public static WaitStrategy hasExchange(String name) {
		return new BrokerWaitStrategy("have exchange '%s'".formatted(name),
				(channel) -> channel.exchangeDeclarePassive(name));
	}

	/**
	 * Wait until an {@code ElasticsearchContainer} creates an index and has its primary
	 * shards. It is deleted afterwards. The container speaks plain HTTP, without a login.
	 * @return the strategy
	 */
	public static WaitStrategy createsAnIndex() {
		return new SearchNodeWaitStrategy("create an index", (node) -> {
			node.request("PUT", "/groundwork-container-readiness?wait_for_active_shards=1");
			node.request("DELETE", "/groundwork-container-readiness");
		});
	}

	/**
	 * Wait until an {@code ElasticsearchContainer} has an index with its primary shards,
	 * which somebody else creates. The container speaks plain HTTP, without a login.
	 * @param name the name of the index
	 * @return the strategy
	 */
	public static WaitStrategy hasIndex(String name) {
		return new SearchNodeWaitStrategy("have index '%s'".formatted(name),
				(node) -> node.request("GET", "/_cluster/health/%s?wait_for_status=yellow&timeout=2s".formatted(name)));
	}

}
