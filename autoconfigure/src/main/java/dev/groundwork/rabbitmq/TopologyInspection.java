package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is there and how it differs. Asks everything at once in the hope that
 * all is well; looks more closely only if it is not.
 */
final class TopologyInspection {

	/**
	 * How many resources at most are found to be missing one by one before the broker is
	 * taken for an empty one.
	 */
	static final int ABSENCE_LIMIT = 64;

	private static final int LARGEST_PASS = 20_000;

	private static final String NOT_LOOKED_AT = "not looked at, because more than " + ABSENCE_LIMIT
			+ " others are missing";

	private final Lanes lanes;

	private final Set<Resource> confirmed;

	/**
	 * Create an inspection.
	 * @param lanes the lanes to the broker
	 * @param confirmed what the broker has already found to be as declared
	 */
	TopologyInspection(Lanes lanes, Set<Resource> confirmed) {
		this.lanes = lanes;
		this.confirmed = confirmed;
	}

	/**
	 * Inspect.
	 * @param desired what must exist
	 * @param mode how exactly
	 * @return what was found
	 * @throws IOException if the broker cannot be reached any more
	 */
	Inspected run(DesiredState desired, ProvisioningMode mode) throws IOException {
		List<Declaration> readable = desired.declarations()
			.stream()
			.filter((declaration) -> !(declaration.resource() instanceof BindingResource))
			.toList();
		Map<ResourceId, Observation> observations = new LinkedHashMap<>();
		List<Verdict> refusals = new ArrayList<>();
		if (isAsDeclared(readable, mode)) {
			readable.forEach((declaration) -> observations.put(declaration.id(), new Present(List.of())));
		}
		else {
			search(readable, mode, observations, refusals);
		}
		desired.declarations()
			.stream()
			.map(Declaration::resource)
			.filter(BindingResource.class::isInstance)
			.map(BindingResource.class::cast)
			.forEach((binding) -> observations.put(binding.id(), observe(binding, observations)));
		return new Inspected(observations, refusals);
	}

	private boolean isAsDeclared(List<Declaration> readable, ProvisioningMode mode) throws IOException {
		List<Declare> all = Stream
			.concat(readable.stream().map(Declare::passively), comparable(readable, mode).map(Declare::actively))
			.toList();
		// What is behind a refusal is ignored, so nothing is created unless everything is
		// there
		return all.size() <= LARGEST_PASS && this.lanes.accept(all);
	}

	private Stream<Declaration> comparable(List<Declaration> declarations, ProvisioningMode mode) {
		if (mode == ProvisioningMode.VERIFY) {
			return Stream.empty();
		}
		return declarations.stream()
			.filter((declaration) -> !declaration.external() && !this.confirmed.contains(declaration.resource()));
	}

	private void search(List<Declaration> readable, ProvisioningMode mode, Map<ResourceId, Observation> observations,
			List<Verdict> refusals) throws IOException {
		Map<ResourceId, Verdict> existence = existence(readable, mode);
		List<Declaration> present = readable.stream()
			.filter((declaration) -> isAccepted(existence.get(declaration.id())))
			.toList();
		Map<ResourceId, Verdict> comparison = judge(comparable(present, mode).map(Declare::actively).toList(),
				AbsenceBound.none());
		for (Declaration declaration : readable) {
			Verdict first = existence.get(declaration.id());
			Verdict second = comparison.getOrDefault(declaration.id(), first);
			Observation observation = observe(second);
			if (observation != null) {
				observations.put(declaration.id(), observation);
			}
			else if (second != null) {
				refusals.add(second);
			}
		}
	}

	private Map<ResourceId, Verdict> existence(List<Declaration> readable, ProvisioningMode mode) throws IOException {
		// That something is not looked at means that it is declared, which what belongs
		// to somebody else must not be
		Map<ResourceId, Verdict> verdicts = new LinkedHashMap<>(judge(
				readable.stream().filter(Declaration::external).map(Declare::passively).toList(), AbsenceBound.none()));
		AbsenceBound bound = (mode == ProvisioningMode.APPLY) ? AbsenceBound.of(ABSENCE_LIMIT) : AbsenceBound.none();
		verdicts.putAll(judge(
				readable.stream().filter((declaration) -> !declaration.external()).map(Declare::passively).toList(),
				bound));
		return verdicts;
	}

	private Map<ResourceId, Verdict> judge(List<Declare> declares, AbsenceBound bound) throws IOException {
		int chunk = Math.max(1, (declares.size() + Lanes.WIDTH - 1) / Lanes.WIDTH);
		Judgement judgement = this.lanes.judge(declares, chunk, bound, (count) -> {
		});
		judgement.throwLoss();
		return judgement.verdicts();
	}

	private static boolean isAccepted(@Nullable Verdict verdict) {
		return verdict != null && verdict.isAccepted();
	}

	private static @Nullable Observation observe(@Nullable Verdict verdict) {
		if (verdict == null) {
			return new Unreadable(List.of(NOT_LOOKED_AT));
		}
		BrokerRefusal refusal = verdict.refusal();
		if (refusal == null) {
			return new Present(List.of());
		}
		return switch (refusal.code()) {
			// To a declaration it says that the node which has the queue is down
			case BrokerRefusal.NOT_FOUND -> verdict.declare().passive() ? new Absent() : null;
			case BrokerRefusal.PRECONDITION_FAILED -> new Present(List.of(Inequivalence.parse(refusal)));
			default -> null;
		};
	}

	private static Observation observe(BindingResource binding, Map<ResourceId, Observation> observations) {
		boolean endMissing = observations.get(binding.exchangeId()) instanceof Absent
				|| observations.get(binding.destinationId()) instanceof Absent;
		return endMissing ? new Absent() : new Unreadable();
	}

}
