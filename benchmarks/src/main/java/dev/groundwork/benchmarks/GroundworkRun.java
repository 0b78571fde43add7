package dev.groundwork.benchmarks;

import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.rabbitmq.BindingResource;
import dev.groundwork.rabbitmq.ExchangeResource;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;

/**
 * What Groundwork does in one attempt: inspect, apply, read back what was created.
 */
final class GroundworkRun extends Run {

	static final String VIRTUAL_HOST = "groundwork";

	private final Provisioner provisioner;

	private final DesiredState desired;

	GroundworkRun(LocalRabbitMq broker, int port, Topology topology) {
		super(broker, port, VIRTUAL_HOST, topology);
		List<Declaration> declarations = topology.declarables()
			.stream()
			.map((declarable) -> new Declaration(resource(declarable), "a benchmark"))
			.toList();
		this.provisioner = RabbitMqBackEnd.provisioner(connectionFactory(), "benchmark", () -> declarations);
		this.desired = this.provisioner.resolveDesiredState();
	}

	private static Resource resource(Declarable declarable) {
		if (declarable instanceof Exchange exchange) {
			return new ExchangeResource(exchange.getName(), exchange.getType(), exchange.isDurable(),
					exchange.isAutoDelete(), exchange.isInternal(), exchange.getArguments());
		}
		if (declarable instanceof Queue queue) {
			return new QueueResource(queue.getName(), queue.isDurable(), queue.getArguments());
		}
		Binding binding = (Binding) declarable;
		return new BindingResource(String.valueOf(binding.getExchange()), String.valueOf(binding.getDestination()),
				binding.isDestinationQueue(), String.valueOf(binding.getRoutingKey()), binding.getArguments());
	}

	@Override
	long declare() {
		try (ProvisioningSession session = this.provisioner.open()) {
			long start = System.nanoTime();
			attempt(session);
			return System.nanoTime() - start;
		}
	}

	private void attempt(ProvisioningSession session) {
		Plan plan = plan(session, this.desired);
		List<Outcome> outcomes = session.apply(plan.steps(Change.CREATE, Change.ASSERT), (progress) -> {
		});
		if (outcomes.size() != plan.steps(Change.CREATE, Change.ASSERT).size()
				|| !outcomes.stream().allMatch(Outcome.Done.class::isInstance)) {
			throw new IllegalStateException("Not declared: " + outcomes);
		}
		Stream<Declaration> created = plan.steps(Change.CREATE).stream().map(Step::declaration);
		DesiredState readBack = DesiredState.of(created.toList());
		if (!readBack.isEmpty() && !plan(session, readBack).isSatisfied()) {
			throw new IllegalStateException("Not there when read back");
		}
	}

	private static Plan plan(ProvisioningSession session, DesiredState desired) {
		return Plan.between(desired, session.inspect(desired, ProvisioningMode.APPLY));
	}

	@Override
	long connectAndDeclare() throws InterruptedException {
		long start = System.nanoTime();
		new Provisioning(this.provisioner, ProvisioningMode.APPLY).run(this.desired, (diagnosis) -> {
			throw new IllegalStateException(diagnosis.toString());
		});
		return System.nanoTime() - start;
	}

}
