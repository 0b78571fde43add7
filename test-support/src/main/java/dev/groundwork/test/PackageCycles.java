package dev.groundwork.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * Checks that the packages of an application use each other in one direction only. Needs
 * ArchUnit. <pre class="code">
 * &#064;Test
 * void packagesHaveNoCycles() {
 *     PackageCycles.of(OrdersApplication.class).requireNone();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class PackageCycles {

	private final JavaClasses classes;

	private PackageCycles(JavaClasses classes) {
		this.classes = classes;
	}

	/**
	 * Create a check of the package of the given class and those below it, as far as they
	 * come from the same folder or jar: tests do not.
	 * @param application the class with {@code @SpringBootApplication}, or any other
	 * @return the check
	 */
	public static PackageCycles of(Class<?> application) {
		String home = application.getProtectionDomain().getCodeSource().getLocation().getPath();
		ImportOption atHome = (location) -> location.contains(home);
		return new PackageCycles(
				new ClassFileImporter().withImportOption(atHome).importPackages(application.getPackageName()));
	}

	/**
	 * Require that no package uses another that uses it, directly or by a detour.
	 * @throws AssertionError if one does; names each cycle and what makes it, or says
	 * that there are no classes
	 */
	public void requireNone() {
		SlicesRuleDefinition.slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(this.classes);
	}

	/**
	 * Every package is a slice of its own.
	 */
	private static final class EachPackage implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
			return SliceIdentifier.of(javaClass.getPackageName());
		}

		@Override
		public String getDescription() {
			return "each package";
		}

	}

}
