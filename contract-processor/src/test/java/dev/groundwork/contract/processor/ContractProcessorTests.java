package dev.groundwork.contract.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.Diagnostic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContractProcessor} with the real compiler.
 */
class ContractProcessorTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path output;

	@Test
	void everyAttributeOfARecordComponentIsWritten() throws IOException {
		Compilation compilation = compile("""
				@ConfigurationProperties("app.jwt")
				record JwtProperties(@SecretProperty(environment = "JWT_SECRET", aliases = { "JWT_KEY", "KEY" },
						minBytes = 32, encoding = Encoding.BASE64, requiredWhen = "app.jwt.mode!=none") String secret) {
				}
				""");
		assertThat(compilation.entries("secrets"))
			.containsExactly(Map.of("property", "app.jwt.secret", "environment", "JWT_SECRET", "aliases",
					List.of("JWT_KEY", "KEY"), "minBytes", 32L, "encoding", "BASE64", "requiredWhen",
					"app.jwt.mode!=none", "type", "com.acme.JwtProperties", "source", "com.acme.JwtProperties#secret"));
		assertThat(compilation.entries("properties")).isEmpty();
		assertThat(compilation.warnings()).isEmpty();
	}

	@Test
	void metadataOfSpringBootIsWrittenBeside() throws IOException {
		compile("@ConfigurationProperties(\"app\") record AppProperties(@RequiredProperty String url) { }");
		assertThat(Files.readString(this.output.resolve("META-INF/spring-configuration-metadata.json")))
			.contains("app.url");
	}

	@Test
	void requiredPropertyIsWritten() throws IOException {
		assertThat(compile("""
				@ConfigurationProperties(prefix = "app")
				record AppProperties(@RequiredProperty(requiredWhen = "app.mail.enabled") String mailHost) { }
				""").entries("properties")).containsExactly(Map.of("property", "app.mail-host", "requiredWhen",
				"app.mail.enabled", "type", "com.acme.AppProperties", "source", "com.acme.AppProperties#mailHost"));
	}

	@Test
	void namesAreThoseOfSpringBoot() throws IOException {
		assertThat(compile("""
				@ConfigurationProperties("app")
				record AppProperties(@SecretProperty String apiURL, @SecretProperty String oauth2Key,
						@SecretProperty String s3_key, @SecretProperty @Name("class") String type) { }
				""").names("secrets")).containsExactly("app.api-u-r-l", "app.class", "app.oauth2-key", "app.s3-key");
	}

	@Test
	void constructorParameterIsFound() throws IOException {
		assertThat(compile("""
				@ConfigurationProperties("app")
				class AppProperties {
					AppProperties(@SecretProperty String apiKey) { }
				}
				""").names("secrets")).containsExactly("app.api-key");
	}

	@Test
	void markedConstructorIsTheOneThatBinds() throws IOException {
		assertThat(compile("""
				@ConfigurationProperties("app")
				class AppProperties {
					AppProperties() { }
					@ConstructorBinding
					AppProperties(@SecretProperty String apiKey) { }
				}
				""").names("secrets")).containsExactly("app.api-key");
	}

	@Test
	void fieldsAndGettersOfBeansAndTheirSuperclassesAreFound() throws IOException {
		assertThat(compile("""
				@ConfigurationProperties("app")
				class AppProperties extends Base {
					@SecretProperty private String byField;
					private String byGetter;
					public String getByField() { return this.byField; }
					public void setByField(String value) { this.byField = value; }
					@RequiredProperty public String getByGetter() { return this.byGetter; }
					public void setByGetter(String value) { this.byGetter = value; }
				}
				""", """
				class Base {
					@SecretProperty private String inherited;
					public String getInherited() { return this.inherited; }
					public void setInherited(String value) { this.inherited = value; }
				}
				""").names("secrets")).containsExactly("app.by-field", "app.inherited");
	}

	@Test
	void typesThatAreNestedOrElsewhereInTheModuleAreFollowed() throws IOException {
		Compilation compilation = compile("""
				@ConfigurationProperties("app")
				record AppProperties(Inner inner, Other other) {
					record Inner(@SecretProperty String secret, Other other) { }
				}
				""", "class Other { @SecretProperty String key; Other next; public void setKey(String key) { } }");
		assertThat(compilation.names("secrets")).containsExactly("app.inner.other.key", "app.inner.secret",
				"app.other.key");
		assertThat(compilation.entries("secrets")).extracting((entry) -> entry.get("type"))
			.containsOnly("com.acme.AppProperties");
		assertThat(compilation.entries("secrets")).extracting((entry) -> entry.get("source"))
			.contains("com.acme.AppProperties.Inner#secret", "com.acme.Other#key");
	}

	@Test
	void typeOfAnotherTypeIsWrittenAsTheClassLoaderKnowsIt() throws IOException {
		assertThat(compile("""
				class Outer {
					@ConfigurationProperties("app") record Properties(@SecretProperty String key) { }
				}
				""").entries("secrets").get(0)).containsEntry("type", "com.acme.Outer$Properties");
	}

	@Test
	void beanMethodNamesThePrefixOfWhatItReturns() throws IOException {
		assertThat(compile("""
				class Config {
					@Bean @ConfigurationProperties("first") Client first() { return new Client(); }
					@Bean @ConfigurationProperties("second") Client second() { return new Client(); }
				}
				""", "class Client { @SecretProperty String key; public void setKey(String key) { } }")
			.names("secrets")).containsExactly("first.key", "second.key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "List<Tenant>", "Map<String, Tenant>", "Tenant[]", "Map<String, List<Tenant>>" })
	void whatHasNoNameOfItsOwnIsWarnedAbout(String type) {
		Compilation compilation = compile("""
				@ConfigurationProperties("app")
				record AppProperties(%s tenants) { }
				""".formatted(type), "record Tenant(@SecretProperty String key) { }");
		assertThat(compilation.errors()).isEmpty();
		assertThat(compilation.warnings()).singleElement().asString().contains("'app.tenants.key'").contains("no name");
	}

	@Test
	void componentThatNothingBindsIsAnErrorAtItsElement() {
		Compilation compilation = compile("\nrecord Loose(@SecretProperty String key) { }");
		assertThat(compilation.errors()).singleElement().asString().contains("@ConfigurationProperties");
		assertThat(compilation.diagnostics()).filteredOn((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.allMatch((diagnostic) -> diagnostic.getSource() != null && diagnostic.getLineNumber() == 8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "minBytes = -1", "requiredWhen = \"=x\"", "requiredWhen = \"!\"",
			"requiredWhen = \"app.Enabled\"", "aliases = \" \"", "environment = \"a\\\"b\"" })
	void attributeThatMakesNoSenseIsAnError(String attribute) {
		assertThat(compile("@ConfigurationProperties(\"app\") record AppProperties(@SecretProperty(%s) String key) { }"
			.formatted(attribute)).errors()).singleElement().asString().startsWith("'app.key'");
	}

	@Test
	void propertyUnderContractTwiceIsAnError() {
		assertThat(compile("@ConfigurationProperties(\"app\") record First(@SecretProperty String apiKey) { }",
				"@ConfigurationProperties(\"app\") record Second(@SecretProperty String apikey) { }")
			.errors()).singleElement().asString().contains("twice").contains("#api");
	}

	@Test
	void twoAnnotationsOnOneComponentAreAnError() {
		assertThat(compile("""
				@ConfigurationProperties("app")
				record AppProperties(@SecretProperty @RequiredProperty String key) { }
				""").errors()).singleElement().asString().contains("annotated twice");
	}

	@Test
	void withoutAnnotationsNothingIsWritten() {
		compile("@ConfigurationProperties(\"app\") record AppProperties(String key) { }");
		assertThat(this.output.resolve(ContractProcessor.RESOURCE)).doesNotExist();
	}

	@Test
	void whenTheLastAnnotationIsGoneNothingIsRequiredAnyMore() throws IOException {
		compile("@ConfigurationProperties(\"app\") record AppProperties(@SecretProperty String key) { }");
		assertThat(compile("@ConfigurationProperties(\"app\") record AppProperties(String key) { }").names("secrets"))
			.isEmpty();
	}

	private Compilation compile(String... sources) {
		try {
			return Compilation.of(this.output, sources);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
