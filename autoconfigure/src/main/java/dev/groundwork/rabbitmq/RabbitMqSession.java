package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * {@link ProvisioningSession} on a connection of its own. What waits for the broker are
 * threads of its own, so that whoever calls can be interrupted.
 */
final class RabbitMqSession implements ProvisioningSession, Explanations {

	/**
	 * More than the client waits for an answer.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final BrokerLink link;

	private final RabbitMqDiagnoses diagnoses;

	private final Function<Step, Diagnosis> drifts;

	private final ExecutorService executor;

	private final Lanes lanes;

	private final Set<Resource> confirmed = new HashSet<>();

	/**
	 * Connect.
	 * @param connector connects
	 * @param diagnoses diagnose what goes wrong
	 * @param drifts explain drifts
	 * @throws IOException if the broker cannot be reached or refuses
	 * @throws TimeoutException if the broker does not answer in time
	 */
	RabbitMqSession(BrokerConnector connector, RabbitMqDiagnoses diagnoses, Function<Step, Diagnosis> drifts)
			throws IOException, TimeoutException {
		this.link = new BrokerLink(connector);
		this.diagnoses = diagnoses;
		this.drifts = drifts;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-rabbitmq-");
		threads.setDaemon(true);
		this.executor = Executors.newFixedThreadPool(Lanes.WIDTH, threads);
		this.lanes = new Lanes(this.link, this.executor, PATIENCE);
		try {
			this.lanes.prepare();
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
	}

	@Override
	public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
		try {
			Inspected inspected = new TopologyInspection(this.lanes, this.confirmed).run(desired, mode);
			if (!inspected.refusals().isEmpty()) {
				throw new DiagnosedException(inspected.refusals().stream().map(this::of).toList(), null);
			}
			return inspected.observations();
		}
		catch (IOException ex) {
			throw new DiagnosedException(ofLoss(ex), ex);
		}
	}

	@Override
	public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
		List<Outcome> outcomes = new TopologyCreation(this.lanes, this, progress).run(steps);
		outcomes.stream()
			.filter(Done.class::isInstance)
			.map((outcome) -> outcome.step().declaration().resource())
			.forEach(this.confirmed::add);
		return outcomes;
	}

	private Diagnosis of(Verdict refused) {
		BrokerRefusal refusal = refused.refusal();
		if (refusal == null) {
			throw new IllegalArgumentException("Nothing was refused to " + refused.declare().id());
		}
		return this.diagnoses.of(refused.declare().declaration(), refusal);
	}

	@Override
	public Diagnosis of(Step step, BrokerRefusal refusal) {
		if (Inequivalence.isIn(refusal)) {
			return this.drifts.apply(new Step(step.declaration(), Change.DRIFT, List.of(Inequivalence.parse(refusal))));
		}
		return this.diagnoses.of(step.declaration(), refusal);
	}

	@Override
	public Diagnosis ofLoss(IOException loss) {
		return this.diagnoses.ofConnection(loss);
	}

	@Override
	public void close() {
		this.executor.shutdown();
		this.link.close();
	}

}
