package dev.groundwork.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The embedded web server, where there is one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebServerApplicationContext.class)
@ConditionalOnWebApplication
class EmbeddedWebServerConfiguration {

	@Bean
	@Nullable EmbeddedWebServer groundworkEmbeddedWebServer(ApplicationContext context, Environment environment) {
		return (context instanceof WebServerApplicationContext) ? EmbeddedWebServer.of(environment) : null;
	}

}
