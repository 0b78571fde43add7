package com.example;

import java.util.stream.Stream;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Binds properties, and comes after all others.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@EnableConfigurationProperties(AuditAutoConfiguration.AuditProperties.class)
@Import({ AuditAutoConfiguration.Alone.class, AuditAutoConfiguration.Named.class })
public class AuditAutoConfiguration {

	@ConfigurationProperties("audit")
	record AuditProperties(int size) {

	}

	/**
	 * Imports a class that the environment names, wherever it is.
	 */
	static class Named implements ImportSelector, EnvironmentAware {

		private String[] names = {};

		@Override
		public void setEnvironment(Environment environment) {
			this.names = environment.getProperty("audit.imports", String[].class, this.names);
		}

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return this.names;
		}

	}

	/**
	 * Fails where auto-configurations of Spring Boot have been read before.
	 */
	static class Alone implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
			if (Stream.of(registry.getBeanDefinitionNames()).anyMatch(Alone::isOfSpringBoot)) {
				throw new IllegalStateException("was not read alone");
			}
		}

		private static boolean isOfSpringBoot(String bean) {
			return bean.startsWith("org.springframework.boot.") && bean.endsWith("AutoConfiguration");
		}

	}

}
