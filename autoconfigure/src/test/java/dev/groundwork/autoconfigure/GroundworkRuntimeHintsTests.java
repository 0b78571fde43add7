package dev.groundwork.autoconfigure;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkRuntimeHints}.
 */
class GroundworkRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@Test
	void definitionFilesAreInTheImage() {
		register();
		assertThat(RuntimeHintsPredicates.resource().forResource("groundwork/indices/orders.json")).accepts(this.hints);
	}

	@Test
	void contractFromCodeIsInTheImage() {
		register();
		assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/groundwork-contract.json"))
			.accepts(this.hints);
	}

	@Test
	void repositoriesCanBeMade() {
		register();
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("dev.groundwork.elasticsearch.ProvisionedRepository"))
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("dev.groundwork.elasticsearch.ReactiveProvisionedRepository"))
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
	}

	@Test
	void whatLibrariesDoNotTellCanBeRead() throws ReflectiveOperationException {
		register();
		assertThat(RuntimeHintsPredicates.reflection()
			.onFieldAccess(RabbitAdmin.class.getDeclaredField("explicitDeclarationsOnly"))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(AbstractConnectionFactory.class.getDeclaredMethod("getAddresses"))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(Rest5Client.class.getDeclaredField("client")))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(HikariDataSource.class)
			.withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)).accepts(this.hints);
	}

	@Test
	void whatIsNotThereHasNoHint() {
		new GroundworkRuntimeHints().registerHints(this.hints,
				new FilteredClassLoader("org.springframework.amqp.rabbit", "com.zaxxer.hikari"));
		assertThat(this.hints.reflection().getTypeHint(RabbitAdmin.class)).isNull();
		assertThat(this.hints.reflection().getTypeHint(HikariDataSource.class)).isNull();
	}

	private void register() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(GroundworkRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

}
