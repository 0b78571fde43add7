package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.resource.ResourceId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Declares what has to be created or asserted: first exchanges and queues, then the
 * bindings between them.
 */
final class TopologyCreation {

	private static final Log logger = LogFactory.getLog(TopologyCreation.class);

	/**
	 * How many declarations are put to the broker between two answers. Even if each of
	 * them takes it milliseconds, it answers in time.
	 */
	private static final int LARGEST_CHUNK = 64;

	private static final int SMALLEST_CHUNK = 4;

	private static final int LARGEST_ASSERTION = 5_000;

	private final Lanes lanes;

	private final Explanations explanations;

	private final Consumer<String> progress;

	/**
	 * Create a creation.
	 * @param lanes the lanes to the broker
	 * @param explanations say what went wrong
	 * @param progress told how far it got
	 */
	TopologyCreation(Lanes lanes, Explanations explanations, Consumer<String> progress) {
		this.lanes = lanes;
		this.explanations = explanations;
		this.progress = progress;
	}

	/**
	 * Run the steps.
	 * @param steps the steps
	 * @return an outcome for each step that was tried, in their order
	 */
	List<Outcome> run(List<Step> steps) {
		if (steps.size() <= LARGEST_ASSERTION && steps.stream().allMatch(TopologyCreation::isAssertedBinding)
				&& isAccepted(steps)) {
			return steps.stream().<Outcome>map(Done::new).toList();
		}
		Map<ResourceId, Outcome> outcomes = new LinkedHashMap<>();
		boolean reachable = run(steps.stream().filter((step) -> !isBinding(step)).toList(), "exchanges and queues",
				outcomes);
		if (reachable) {
			Predicate<Step> endsExist = (step) -> ends(step).noneMatch((end) -> outcomes.get(end) instanceof Failed);
			run(steps.stream().filter((step) -> isBinding(step)).filter(endsExist).toList(), "bindings", outcomes);
		}
		return steps.stream().map((step) -> outcomes.get(step.id())).filter((outcome) -> outcome != null).toList();
	}

	// What is there already is accepted so fast that further lanes only cost time
	private boolean isAccepted(List<Step> steps) {
		try {
			return this.lanes.accept(steps.stream().map((step) -> Declare.actively(step.declaration())).toList());
		}
		catch (IOException ex) {
			logger.debug("Broker lost, which the next call will find as well", ex);
			return false;
		}
	}

	private boolean run(List<Step> steps, String what, Map<ResourceId, Outcome> outcomes) {
		List<Declare> declares = steps.stream().map((step) -> Declare.actively(step.declaration())).toList();
		Judgement judgement = this.lanes.judge(declares, chunk(declares.size()), AbsenceBound.none(),
				(done) -> this.progress.accept("declared %d of %d %s".formatted(done, declares.size(), what)));
		IOException loss = judgement.loss();
		boolean lost = false;
		for (Step step : steps) {
			Verdict verdict = judgement.on(step.declaration());
			if (verdict != null) {
				outcomes.put(step.id(), outcome(step, verdict.refusal()));
			}
			else if (loss != null && !lost) {
				outcomes.put(step.id(), new Failed(step, this.explanations.ofLoss(loss)));
				lost = true;
			}
		}
		return loss == null;
	}

	private static int chunk(int size) {
		return Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, (size + Lanes.WIDTH - 1) / Lanes.WIDTH));
	}

	private Outcome outcome(Step step, @Nullable BrokerRefusal refusal) {
		return (refusal != null) ? new Failed(step, this.explanations.of(step, refusal)) : new Done(step);
	}

	private static boolean isBinding(Step step) {
		return step.declaration().resource() instanceof BindingResource;
	}

	private static boolean isAssertedBinding(Step step) {
		return isBinding(step) && step.change() == Change.ASSERT;
	}

	private static Stream<ResourceId> ends(Step step) {
		return (step.declaration().resource() instanceof BindingResource binding)
				? Stream.of(binding.exchangeId(), binding.destinationId()) : Stream.empty();
	}

}
