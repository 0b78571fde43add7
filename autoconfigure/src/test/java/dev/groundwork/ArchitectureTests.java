package dev.groundwork;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.groundwork.autoconfigure.GroundworkAutoConfiguration;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the code keeps the shape in which it is documented.
 */
@AnalyzeClasses(locations = ArchitectureTests.MainClasses.class)
class ArchitectureTests {

	private static final String BASE = "dev.groundwork";

	private static final String WIRING = "autoconfigure";

	/**
	 * Each package and the packages it may use.
	 */
	private static final Map<String, Set<String>> TABLE = Map.ofEntries(Map.entry("diagnosis", Set.of()),
			Map.entry("contract", Set.of()), Map.entry("resource", Set.of()), Map.entry("plan", Set.of("resource")),
			Map.entry("provision", Set.of("plan", "resource", "diagnosis")),
			Map.entry("rabbitmq", Set.of("provision", "plan", "resource", "diagnosis")),
			Map.entry("elasticsearch", Set.of("provision", "plan", "resource", "diagnosis")),
			Map.entry("startup", Set.of("diagnosis")), Map.entry("websocket", Set.of("startup", "diagnosis")),
			Map.entry("readiness", Set.of("startup", "diagnosis")),
			Map.entry("probe", Set.of("readiness", "startup", "diagnosis")), Map.entry("report",
					Set.of("diagnosis", "contract", "resource", "plan", "provision", "startup", "readiness")));

	@ArchTest
	final ArchRule packagesUseOnlyWhatTheTableNames = classes().that()
		.resideOutsideOfPackage(in(WIRING))
		.should(useOnlyWhatTheTableNames());

	@ArchTest
	final ArchRule nothingUsesTheWiring = noClasses().that()
		.resideOutsideOfPackage(in(WIRING))
		.should()
		.dependOnClassesThat()
		.resideInAPackage(in(WIRING));

	@ArchTest
	final ArchRule packagesAreFreeOfCycles = slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

	@ArchTest
	final ArchRule resourcesAndPlansArePure = classes().that()
		.resideInAnyPackage(in("resource"), in("plan"))
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java.lang..", "java.util..", "org.jspecify..", in("resource"), in("plan"))
		.because("they are values: no Spring, no input, no output");

	@ArchTest
	final ArchRule onlyTheWiringKnowsConditions = noClasses().that()
		.resideOutsideOfPackage(in(WIRING))
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot.autoconfigure..");

	@ArchTest
	final ArchRule onlyReadinessTouchesHealth = noClasses().that()
		.resideOutsideOfPackages(in("readiness"), in(WIRING))
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot.health..");

	@ArchTest
	final ArchRule nothingDependsOnBootAroundTheClients = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot.amqp..", "org.springframework.boot.rabbitmq..",
				"org.springframework.boot.elasticsearch..", "org.springframework.boot.data.elasticsearch..")
		.because("these packages move between versions of Spring Boot: depend on the client's own types");

	@ArchTest
	final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	final ArchRule beanMethodsArePackagePrivate = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	final ArchRule namesSayWhatTheTypeIs = noClasses().should()
		.haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils)")
		.because("such a name says nothing about the one thing the type does");

	@ArchTest
	final ArchRule nothingSleeps = noClasses().should()
		.callMethodWhere(DescribedPredicate.describe("the target is a sleep",
				(call) -> call.getTarget().getName().equals("sleep")
						&& (call.getTargetOwner().isAssignableTo(Thread.class)
								|| call.getTargetOwner().isAssignableTo(TimeUnit.class))))
		.because("a wait is a condition with a bound");

	@ArchTest
	final ArchRule everyPackageIsNullMarked = classes().should(resideInANullMarkedPackage());

	@ArchTest
	static void atLeastHalfOfTheTypesArePackagePrivate(JavaClasses classes) {
		List<JavaClass> types = classes.stream().filter(ArchitectureTests::isFreeToBePackagePrivate).toList();
		assertThat(types).filteredOn((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.hasSizeLessThanOrEqualTo(types.size() / 2);
	}

	/**
	 * Spring Boot wants auto-configurations and properties to be public.
	 * @param type a type
	 * @return whether its visibility is ours to choose
	 */
	private static boolean isFreeToBePackagePrivate(JavaClass type) {
		return type.isTopLevelClass() && !type.getSimpleName().equals("package-info")
				&& !type.isAnnotatedWith(AutoConfiguration.class)
				&& !type.isAnnotatedWith(ConfigurationProperties.class);
	}

	private static String in(String name) {
		return BASE + "." + name + "..";
	}

	private static ArchCondition<JavaClass> useOnlyWhatTheTableNames() {
		return new ArchCondition<>("use only what the table of packages names") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String own = stage(type);
				if (own.isEmpty()) {
					return;
				}
				Set<String> allowed = TABLE.get(own);
				if (allowed == null) {
					events.add(SimpleConditionEvent.violated(type, "The table has no package '%s'".formatted(own)));
					return;
				}
				type.getDirectDependenciesFromSelf().forEach((dependency) -> {
					String used = stage(dependency.getTargetClass());
					if (!used.isEmpty() && !used.equals(own) && !allowed.contains(used)) {
						events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
					}
				});
			}

		};
	}

	/**
	 * Return the first part of the package below the base.
	 * @param type the type
	 * @return the part, empty in the base package and outside of it
	 */
	private static String stage(JavaClass type) {
		String name = type.getBaseComponentType().getPackageName();
		return name.startsWith(BASE + ".") ? name.substring(BASE.length() + 1).split("\\.")[0] : "";
	}

	private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
		return new ArchCondition<>("reside in a package annotated with @NullMarked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage()
					.tryGetPackageInfo()
					.filter((info) -> info.isAnnotatedWith(NullMarked.class))
					.isPresent();
				if (!marked) {
					events.add(SimpleConditionEvent.violated(type,
							"%s is in a package without @NullMarked".formatted(type.getName())));
				}
			}

		};
	}

	/**
	 * The classes of this module without its tests, wherever they were compiled to.
	 */
	static final class MainClasses implements LocationProvider {

		@Override
		public Set<Location> get(Class<?> testClass) {
			return Set
				.of(Location.of(GroundworkAutoConfiguration.class.getProtectionDomain().getCodeSource().getLocation()));
		}

	}

}
