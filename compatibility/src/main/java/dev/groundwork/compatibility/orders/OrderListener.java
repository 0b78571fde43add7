package dev.groundwork.compatibility.orders;

import org.springframework.amqp.core.AmqpTemplate;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/**
 * Writes an invoice for every order.
 */
class OrderListener {

	private final AmqpTemplate template;

	private final String invoices;

	OrderListener(AmqpTemplate template, String invoices) {
		this.template = template;
		this.invoices = invoices;
	}

	@RabbitListener(id = "orders", queues = "${spring.application.name}.orders")
	void receive(String order) {
		this.template.convertAndSend(this.invoices, "invoice for " + order);
	}

}
