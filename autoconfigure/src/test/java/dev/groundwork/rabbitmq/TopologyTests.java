package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.Outcome.Done;
import dev.groundwork.provision.Outcome.Failed;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.rabbitmq.FakeBroker.Fate;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.Resource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TopologyInspection} and {@link TopologyCreation}, on a broker in
 * memory that refuses anything anywhere, in words that name the culprit or do not.
 */
class TopologyTests {

	@Property(tries = 300)
	void everyObservationIsTrueAndNothingIsCreated(@ForAll("fates") List<Fate> fates, @ForAll boolean talkative)
			throws IOException {
		FakeBroker broker = broker(fates, talkative);
		Set<Object> before = new HashSet<>(broker.existing());
		DesiredState desired = DesiredState.of(declarations(fates));
		Inspected inspected = inspection(broker).run(desired, ProvisioningMode.PLAN);
		assertThat(inspected.refusals()).isEmpty();
		assertThat(inspected.observations()).hasSameSizeAs(desired.declarations());
		for (int i = 0; i < fates.size(); i++) {
			assertThat(inspected.observations().get(resource(i, fates.get(i)).id()))
				.isEqualTo(truth(fates.get(i), talkative));
		}
		assertThat(broker.existing()).isEqualTo(before);
	}

	@Property(tries = 200)
	void withManyMissingWhatIsSaidIsTrueAndNothingIsCreated(@ForAll("manyAbsent") List<Fate> fates) throws IOException {
		FakeBroker broker = broker(fates, true);
		Set<Object> before = new HashSet<>(broker.existing());
		Map<?, Observation> observations = inspection(broker)
			.run(DesiredState.of(declarations(fates)), ProvisioningMode.APPLY)
			.observations();
		long absent = observations.values().stream().filter(Absent.class::isInstance).count();
		for (int i = 0; i < fates.size(); i++) {
			Observation observation = observations.get(resource(i, fates.get(i)).id());
			if (observation instanceof Unreadable) {
				assertThat(absent).isGreaterThanOrEqualTo(TopologyInspection.ABSENCE_LIMIT);
			}
			else {
				assertThat(observation).isEqualTo(truth(fates.get(i), true));
			}
		}
		assertThat(broker.existing()).isEqualTo(before);
	}

	@Property(tries = 300)
	void verifyDeclaresNothing(@ForAll("fates") List<Fate> fates, @ForAll boolean talkative) throws IOException {
		FakeBroker broker = broker(fates, talkative);
		inspection(broker).run(DesiredState.of(declarations(fates)), ProvisioningMode.VERIFY);
		assertThat(broker.declared()).isEmpty();
	}

	@Property(tries = 200)
	void whatIsExternalIsLookedAtAndNeverDeclared(@ForAll("manyAbsent") List<Fate> fates) throws IOException {
		FakeBroker broker = broker(fates, true);
		List<Declaration> external = declarations(fates).stream()
			.map((declaration) -> new Declaration(declaration.resource(), "a test", true))
			.toList();
		Map<?, Observation> observations = inspection(broker).run(DesiredState.of(external), ProvisioningMode.APPLY)
			.observations();
		assertThat(broker.declared()).isEmpty();
		assertThat(observations.values()).noneMatch(Unreadable.class::isInstance);
	}

	@Property(tries = 300)
	void everyStepEndsInOneTrueOutcome(@ForAll("fates") List<Fate> fates, @ForAll boolean talkative) {
		FakeBroker broker = broker(fates, talkative);
		List<Step> steps = steps(fates);
		List<Outcome> outcomes = creation(broker).run(steps);
		assertThat(outcomes).extracting(Outcome::step).doesNotHaveDuplicates();
		Map<Step, Outcome> byStep = new LinkedHashMap<>();
		outcomes.forEach((outcome) -> byStep.put(outcome.step(), outcome));
		for (int i = 0; i < fates.size(); i++) {
			boolean good = fates.get(i) == Fate.ABSENT || fates.get(i) == Fate.EQUIVALENT;
			assertThat(byStep.get(steps.get(i))).isInstanceOf(good ? Done.class : Failed.class);
			assertThat(byStep.get(steps.get(fates.size() + i)))
				.satisfies((outcome) -> assertThat(outcome == null || outcome instanceof Done).isTrue());
			assertThat(byStep.containsKey(steps.get(fates.size() + i))).isEqualTo(good);
		}
	}

	@Property(tries = 300)
	void whatIsDoneWhenTheBrokerIsLostIsThere(@ForAll("fates") List<Fate> fates, @ForAll boolean talkative,
			@ForAll @IntRange(max = 12) int passes) {
		FakeBroker broker = broker(fates, talkative);
		broker.loseAfter(passes);
		List<Step> steps = steps(fates);
		List<Outcome> outcomes = creation(broker).run(steps);
		assertThat(outcomes).extracting(Outcome::step).doesNotHaveDuplicates().isSubsetOf(steps);
		assertThat(outcomes).filteredOn(Done.class::isInstance)
			.allSatisfy((outcome) -> assertThat(broker.existing()).contains(outcome.step().id()));
		if (broker.passes() > passes) {
			assertThat(outcomes).filteredOn(Failed.class::isInstance)
				.extracting((outcome) -> ((Failed) outcome).diagnosis().cause())
				.containsOnlyOnce("lost");
		}
	}

	@Test
	void whatIsAsDeclaredCostsOnePass() throws IOException {
		List<Fate> fates = IntStream.range(0, 500).mapToObj((i) -> Fate.EQUIVALENT).toList();
		FakeBroker broker = broker(fates, true);
		inspection(broker).run(DesiredState.of(declarations(fates)), ProvisioningMode.APPLY);
		assertThat(broker.passes()).isEqualTo(1);
	}

	@Test
	void culpritThatNobodyNamesIsFoundInFewPasses() throws IOException {
		List<Fate> fates = IntStream.range(0, 2_000)
			.mapToObj((i) -> (i == 1_234) ? Fate.DIFFERENT : Fate.EQUIVALENT)
			.toList();
		FakeBroker broker = broker(fates, false);
		inspection(broker).run(DesiredState.of(declarations(fates)), ProvisioningMode.APPLY);
		assertThat(broker.passes()).isLessThan(60);
	}

	@Test
	void whatTheSessionHasConfirmedIsNotComparedAgain() throws IOException {
		List<Fate> fates = List.of(Fate.EQUIVALENT, Fate.EQUIVALENT);
		FakeBroker broker = broker(fates, true);
		Set<Resource> confirmed = new HashSet<>(declarations(fates).stream().map(Declaration::resource).toList());
		new TopologyInspection(lanes(broker), confirmed).run(DesiredState.of(declarations(fates)),
				ProvisioningMode.APPLY);
		assertThat(broker.declared()).isEmpty();
	}

	@Provide
	Arbitrary<List<Fate>> fates() {
		return Arbitraries
			.frequencyOf(Tuple.of(12, Arbitraries.just(Fate.EQUIVALENT)), Tuple.of(2, Arbitraries.of(Fate.class)))
			.list()
			.ofMaxSize(60);
	}

	@Provide
	Arbitrary<List<Fate>> manyAbsent() {
		return Arbitraries
			.frequencyOf(Tuple.of(8, Arbitraries.just(Fate.ABSENT)), Tuple.of(4, Arbitraries.of(Fate.class)))
			.list()
			.ofMinSize(100)
			.ofMaxSize(300);
	}

	private static Observation truth(Fate fate, boolean talkative) {
		return switch (fate) {
			case EQUIVALENT -> new Present(List.of());
			case DIFFERENT -> new Present(List.of(talkative ? new Difference("durable", "true", "false", false)
					: new Difference("declaration", "as declared", "cut", false)));
			case ABSENT, FORBIDDEN, OF_UNKNOWN_TYPE -> new Absent();
		};
	}

	private static FakeBroker broker(List<Fate> fates, boolean talkative) {
		FakeBroker broker = new FakeBroker(talkative);
		for (int i = 0; i < fates.size(); i++) {
			broker.put(resource(i, fates.get(i)).id(), fates.get(i));
		}
		broker.put(ExchangeResource.idOf("amq.topic"), Fate.EQUIVALENT);
		return broker;
	}

	private static Resource resource(int index, Fate fate) {
		if (fate == Fate.OF_UNKNOWN_TYPE) {
			return new ExchangeResource("e" + index, "x-odd-" + index % 2, true, false, false, Map.of());
		}
		return (index % 3 == 0) ? new ExchangeResource("e" + index, "topic", true, false, false, Map.of())
				: new QueueResource("q" + index, true, Map.of());
	}

	private static Resource binding(Resource end) {
		return (end instanceof ExchangeResource exchange)
				? new BindingResource(exchange.name(), "amq.topic", false, "", Map.of())
				: new BindingResource("amq.topic", ((QueueResource) end).name(), true, "", Map.of());
	}

	private static List<Declaration> declarations(List<Fate> fates) {
		return IntStream.range(0, fates.size())
			.mapToObj((i) -> new Declaration(resource(i, fates.get(i)), "a test"))
			.toList();
	}

	private static List<Step> steps(List<Fate> fates) {
		List<Declaration> declarations = new ArrayList<>(declarations(fates));
		declarations(fates).forEach((end) -> declarations.add(new Declaration(binding(end.resource()), "a test")));
		return declarations.stream().map((declaration) -> new Step(declaration, Change.ASSERT, List.of())).toList();
	}

	private static TopologyInspection inspection(FakeBroker broker) {
		return new TopologyInspection(lanes(broker), Set.of());
	}

	private static TopologyCreation creation(FakeBroker broker) {
		return new TopologyCreation(lanes(broker), new Explanations() {

			@Override
			public Diagnosis of(Step step, BrokerRefusal refusal) {
				return new Diagnosis(FailureKind.PERMANENT, step.id().toString(), "refused", refusal.text(), "");
			}

			@Override
			public Diagnosis ofLoss(IOException loss) {
				return new Diagnosis(FailureKind.TRANSIENT, "broker", "lost", loss.toString(), "");
			}

		}, (progress) -> {
		});
	}

	private static Lanes lanes(FakeBroker broker) {
		return new Lanes(broker, Runnable::run, Duration.ofSeconds(10));
	}

}
