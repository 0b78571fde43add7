package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.rabbitmq.RetryLadder;
import dev.groundwork.rabbitmq.RetryLadderRecoverer;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Makes the {@link RetryLadderRecoverer} for what listeners can consume: the queues in
 * the virtual hosts of the connection factories. A message does not tell from which
 * broker it came, so two ladders need two names.
 */
final class RetryRecoverers {

	private RetryRecoverers() {
	}

	static RetryLadderRecoverer of(Map<BrokerPlace, List<RetryLadder>> ladders) {
		Map<AbstractConnectionFactory, List<RetryLadder>> byFactory = new LinkedHashMap<>();
		Set<String> queues = new LinkedHashSet<>();
		ladders.forEach((place, ofPlace) -> {
			if (place.isOfApplication()) {
				ofPlace.forEach((ladder) -> requireUnique(ladder, queues));
				byFactory.computeIfAbsent(place.factory(), (factory) -> new ArrayList<>()).addAll(ofPlace);
			}
		});
		return new RetryLadderRecoverer(byFactory);
	}

	private static void requireUnique(RetryLadder ladder, Set<String> queues) {
		if (!queues.add(ladder.queue())) {
			throw new InvalidConfigurationPropertyValueException("groundwork.rabbitmq.queues", ladder.queue(),
					"More than one queue of this name has a retry ladder. Give one of them another name.");
		}
	}

}
