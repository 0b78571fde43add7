package dev.groundwork.benchmarks;

import java.util.List;

import dev.groundwork.local.LocalRabbitMq;

import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.support.GenericApplicationContext;

/**
 * {@link RabbitAdmin} with every declarable as a bean.
 */
final class PlainRun extends Run {

	static final String VIRTUAL_HOST = "plain";

	private final GenericApplicationContext context = new GenericApplicationContext();

	private final RabbitAdmin admin;

	PlainRun(LocalRabbitMq broker, int port, Topology topology) {
		super(broker, port, VIRTUAL_HOST, topology);
		List<Declarable> declarables = topology.declarables();
		for (int i = 0; i < declarables.size(); i++) {
			this.context.getBeanFactory().registerSingleton("declarable" + i, declarables.get(i));
		}
		this.context.refresh();
		this.admin = new RabbitAdmin(connectionFactory());
		this.admin.setApplicationContext(this.context);
		this.admin.setAutoStartup(false);
		connectionFactory().createConnection().createChannel(false);
	}

	@Override
	long declare() {
		connectionFactory().createConnection();
		long start = System.nanoTime();
		this.admin.initialize();
		return System.nanoTime() - start;
	}

	@Override
	long connectAndDeclare() {
		connectionFactory().resetConnection();
		long start = System.nanoTime();
		connectionFactory().createConnection();
		this.admin.initialize();
		connectionFactory().resetConnection();
		return System.nanoTime() - start;
	}

	@Override
	public void close() {
		super.close();
		this.context.close();
	}

}
