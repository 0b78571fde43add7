package dev.groundwork.autoconfigure;

import dev.groundwork.elasticsearch.OnDrift;
import dev.groundwork.elasticsearch.RepositoryTakeover;
import dev.groundwork.elasticsearch.WaitForStatus;
import dev.groundwork.plan.LintException;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.TaskSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.elasticsearch.autoconfigure.DataElasticsearchAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.annotations.Field;
import org.springframework.data.elasticsearch.annotations.FieldType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GroundworkElasticsearchAutoConfiguration}, while there is no server.
 */
class GroundworkElasticsearchAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(JacksonAutoConfiguration.class, ElasticsearchRestClientAutoConfiguration.class,
						ElasticsearchClientAutoConfiguration.class, DataElasticsearchAutoConfiguration.class,
						GroundworkElasticsearchAutoConfiguration.class, GroundworkAutoConfiguration.class))
		.withPropertyValues("spring.elasticsearch.uris=http://127.0.0.1:" + FreePort.find(),
				"groundwork.startup.strategy=background");

	@Test
	void provisionsAndTakesTheRepositoriesOver() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(Provisioner.class).hasSingleBean(RepositoryTakeover.class);
			assertThat(context.getBean(Startup.class).tasks()).extracting(TaskSnapshot::name)
				.containsExactly("elasticsearch");
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "groundwork.enabled=false", "groundwork.mode=off", "groundwork.elasticsearch.enabled=false" })
	void whenSwitchedOffBacksOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Provisioner.class)
				.doesNotHaveBean(RepositoryTakeover.class));
	}

	@Test
	void whenUserDefinesTheProvisionerBacksOff() {
		Provisioner custom = new FakeProvisioner();
		this.contextRunner.withBean("elasticsearchProvisioner", Provisioner.class, () -> custom)
			.run((context) -> assertThat(context).getBean(Provisioner.class).isSameAs(custom));
	}

	@Test
	void whenTheClientIsAbsentBacksOff() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("co.elastic.clients", "org.springframework.data"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Provisioner.class));
	}

	@Test
	void whenSpringDataIsAbsentProvisionsTheFiles() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.data"))
			.withPropertyValues("groundwork.elasticsearch.location=classpath:autoconfigure/")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(RepositoryTakeover.class);
				assertThat(ids(context.getBean(Provisioner.class))).containsExactly("index 'from-file'");
			});
	}

	@Test
	void awaitedStatusIsYellowUnlessConfigured() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(ElasticsearchIndexProperties.class).getWaitForStatus())
				.isEqualTo(WaitForStatus.YELLOW));
		this.contextRunner.withPropertyValues("groundwork.elasticsearch.wait-for-status=green")
			.run((context) -> assertThat(context.getBean(Provisioner.class)).extracting("awaited")
				.isEqualTo(WaitForStatus.GREEN));
	}

	@Test
	void driftFailsTheStartUnlessConfigured() {
		this.contextRunner.run((context) -> assertThat(context.getBean(Provisioner.class)).extracting("onDrift", "job")
			.containsExactly(OnDrift.FAIL, false));
	}

	@Test
	void migrationReachesTheProvisioner() {
		this.contextRunner.withPropertyValues("groundwork.elasticsearch.on-drift=migrate", "groundwork.exit=true")
			.run((context) -> assertThat(context.getBean(Provisioner.class)).extracting("onDrift", "job")
				.containsExactly(OnDrift.MIGRATE, true));
	}

	@Test
	void templatesReachTheDesiredStateBeforeIndexes() {
		this.contextRunner.withPropertyValues("groundwork.elasticsearch.location=classpath:autoconfigure/templates/")
			.run((context) -> assertThat(ids(context.getBean(Provisioner.class))).containsExactly(
					"lifecycle policy 'short'", "component template 'part'", "index template 'logs'", "index 'a-log'"));
	}

	@Test
	void definitionThatTheServerWouldRefuseFailsTheStartBeforeAnythingConnects() {
		this.contextRunner.withPropertyValues("groundwork.elasticsearch.location=classpath:autoconfigure/illegal/")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(LintException.class)
				.hasMessageContaining("index 'Illegal'")
				.hasMessageContaining("has upper-case letters [illegal-index-name]"));
	}

	@Test
	void filesAndDocumentClassesReachTheDesiredState() {
		this.contextRunner.withUserConfiguration(DocumentConfiguration.class)
			.withPropertyValues("groundwork.elasticsearch.location=classpath:autoconfigure/")
			.run((context) -> assertThat(ids(context.getBean(Provisioner.class))).containsExactly("index 'from-class'",
					"index 'from-file'"));
	}

	@Test
	void contradictionFailsTheStartAndNamesBothSources() {
		this.contextRunner.withUserConfiguration(DocumentConfiguration.class)
			.withPropertyValues("groundwork.elasticsearch.location=classpath:autoconfigure/contradicting/")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(LintException.class)
				.hasMessageContaining("is declared twice with different "
						+ "mappings.properties.title.type: text by @Document class "
						+ "dev.groundwork.autoconfigure.GroundworkElasticsearchAutoConfigurationTests$FromClass, "
						+ "keyword by file [")
				.hasMessageContaining("contradicting/indices/from-class.json]"));
	}

	@Test
	void fileThatCannotBeReadFailsTheStartByName() {
		this.contextRunner.withPropertyValues("groundwork.elasticsearch.location=classpath:autoconfigure/broken/")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.hasMessageMatching("file \\[.*autoconfigure/broken/indices/broken\\.json] is not valid JSON"));
	}

	@Test
	void unknownKeyIsRefusedByName() {
		this.contextRunner.withPropertyValues("groundwork.elasticsearch.locations=classpath:x/")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("groundwork.elasticsearch.locations: is set and nothing reads it"));
	}

	@Test
	void absentServerIsWaitedFor() {
		this.contextRunner.withUserConfiguration(DocumentConfiguration.class).run((context) -> {
			assertThat(context).hasNotFailed();
			Startup startup = context.getBean(Startup.class);
			await().until(() -> startup.tasks()
				.stream()
				.anyMatch((task) -> String.valueOf(task.waitingFor()).endsWith(": connection refused")));
		});
	}

	private static Iterable<String> ids(Provisioner provisioner) {
		return provisioner.resolveDesiredState()
			.declarations()
			.stream()
			.map((declaration) -> declaration.id().toString())
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage
	@EntityScan(basePackageClasses = DocumentConfiguration.class)
	static class DocumentConfiguration {

	}

	@Document(indexName = "from-class")
	record FromClass(@Id String id, @Field(type = FieldType.Text) String title) {
	}

}
