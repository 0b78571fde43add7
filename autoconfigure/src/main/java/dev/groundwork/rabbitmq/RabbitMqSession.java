package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link ProvisioningSession} on a connection of its own. The broker closes a channel
 * with every refusal, so the channel is opened anew after one.
 */
final class RabbitMqSession implements ProvisioningSession {

	private static final Log logger = LogFactory.getLog(RabbitMqSession.class);

	private static final int CLOSE_TIMEOUT_MILLIS = 2_000;

	private final Connection connection;

	private final RabbitMqDiagnoses diagnoses;

	private @Nullable Channel channel;

	RabbitMqSession(Connection connection, RabbitMqDiagnoses diagnoses) {
		this.connection = connection;
		this.diagnoses = diagnoses;
	}

	@Override
	public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
		Map<ResourceId, Observation> observations = new LinkedHashMap<>();
		List<Diagnosis> failures = new ArrayList<>();
		for (Declaration declaration : desired.declarations()) {
			try {
				observations.put(declaration.id(), observe(declaration, mode, observations));
			}
			catch (IOException | ShutdownSignalException ex) {
				failures.add(this.diagnoses.of(declaration, ex));
				if (!this.connection.isOpen()) {
					break;
				}
			}
		}
		if (!failures.isEmpty()) {
			throw new DiagnosedException(failures, null);
		}
		return observations;
	}

	private Observation observe(Declaration declaration, ProvisioningMode mode,
			Map<ResourceId, Observation> observations) throws IOException {
		if (declaration.resource() instanceof BindingResource binding) {
			boolean endMissing = observations.get(binding.exchangeId()) instanceof Absent
					|| observations.get(binding.destinationId()) instanceof Absent;
			return endMissing ? new Absent() : new Unreadable();
		}
		if (!exists(declaration)) {
			return new Absent();
		}
		return (mode == ProvisioningMode.VERIFY) ? new Present(List.of()) : compare(declaration);
	}

	private boolean exists(Declaration declaration) throws IOException {
		try {
			AmqpMethods.declarePassively(openChannel(), declaration.resource());
			return true;
		}
		catch (IOException ex) {
			BrokerRefusal refusal = BrokerRefusal.of(ex);
			if (refusal != null && refusal.code() == BrokerRefusal.NOT_FOUND) {
				return false;
			}
			throw ex;
		}
	}

	private Observation compare(Declaration declaration) throws IOException {
		try {
			// Declaring what exists changes nothing: the broker only compares
			AmqpMethods.declare(openChannel(), declaration.resource());
			return new Present(List.of());
		}
		catch (IOException ex) {
			BrokerRefusal refusal = BrokerRefusal.of(ex);
			if (refusal != null && refusal.code() == BrokerRefusal.PRECONDITION_FAILED) {
				return new Present(List.of(Inequivalence.parse(refusal)));
			}
			throw ex;
		}
	}

	@Override
	public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
		List<Outcome> outcomes = new ArrayList<>();
		Set<ResourceId> failed = new HashSet<>();
		for (Step step : steps) {
			if (dependsOn(step, failed)) {
				continue;
			}
			Outcome outcome = apply(step);
			outcomes.add(outcome);
			if (outcome instanceof Failed) {
				failed.add(step.id());
				if (!this.connection.isOpen()) {
					break;
				}
			}
		}
		return outcomes;
	}

	private static boolean dependsOn(Step step, Set<ResourceId> failed) {
		return step.declaration().resource() instanceof BindingResource binding
				&& (failed.contains(binding.exchangeId()) || failed.contains(binding.destinationId()));
	}

	private Outcome apply(Step step) {
		try {
			AmqpMethods.declare(openChannel(), step.declaration().resource());
			return new Done(step);
		}
		catch (IOException | ShutdownSignalException ex) {
			return new Failed(step, this.diagnoses.of(step.declaration(), ex));
		}
	}

	private Channel openChannel() throws IOException {
		Channel current = this.channel;
		if (current == null || !current.isOpen()) {
			current = this.connection.createChannel();
			this.channel = current;
		}
		return current;
	}

	@Override
	public void close() {
		try {
			this.connection.close(CLOSE_TIMEOUT_MILLIS);
		}
		catch (IOException | ShutdownSignalException ex) {
			logger.debug("Connection was already closed", ex);
		}
	}

}
