package dev.groundwork.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What is declared by properties that are text, as in a properties file.
 */
final class DeclaredProperties {

	static final AbstractConnectionFactory PRIMARY = new CachingConnectionFactory("broker.example");

	private DeclaredProperties() {
	}

	/**
	 * Return what properties declare.
	 * @param lines lines of the form {@code name=value}, without the common prefix
	 * @return what turns them into declarations
	 */
	static RabbitMqPropertyDeclarations of(String... lines) {
		return of(new BrokerPlaces(Map.of("primary", PRIMARY), PRIMARY), lines);
	}

	static RabbitMqPropertyDeclarations of(BrokerPlaces places, String... lines) {
		StandardEnvironment environment = new StandardEnvironment();
		Map<String, Object> source = new LinkedHashMap<>();
		for (String line : lines) {
			int equals = line.indexOf('=');
			source.put("groundwork.rabbitmq." + line.substring(0, equals), line.substring(equals + 1));
		}
		environment.getPropertySources().addFirst(new MapPropertySource("service", source));
		RabbitMqProperties properties = Binder.get(environment)
			.bindOrCreate("groundwork.rabbitmq", RabbitMqProperties.class);
		return new RabbitMqPropertyDeclarations(properties,
				new DeclarationOrigins(new DefaultListableBeanFactory(), environment), places);
	}

	static List<Declaration> declarations(String... lines) {
		return of(lines).declarations().values().stream().flatMap(List::stream).toList();
	}

	static List<Resource> resources(String... lines) {
		return declarations(lines).stream().map(Declaration::resource).toList();
	}

}
