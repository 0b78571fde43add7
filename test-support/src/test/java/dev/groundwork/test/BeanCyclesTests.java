package dev.groundwork.test;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BeanCycles}.
 */
class BeanCyclesTests {

	@Test
	void circleHiddenByLazyIsFoundWithItsPath() {
		assertThat(cycles(Cache.class, Redis.class, Pool.class)).singleElement().satisfies((cycle) -> {
			assertThat(cycle.beans()).containsExactly("cache", "redis", "pool");
			assertThat(cycle.hidden()).containsExactly("constructor of Pool asks for 'cache' with @Lazy");
			assertThat(cycle).asString().startsWith("cache → redis → pool → cache");
		});
	}

	@Test
	void circleHiddenByAProviderInAFieldIsFound() {
		assertThat(cycles(Producer.class, Consumer.class)).singleElement().satisfies((cycle) -> {
			assertThat(cycle.beans()).containsExactly("producer", "consumer");
			assertThat(cycle.hidden())
				.containsExactly("field Consumer.producers asks for 'producer' by ObjectProvider");
		});
	}

	@Test
	void circleBetweenFactoryMethodsIsFound() {
		assertThat(cycles(Factories.class)).singleElement()
			.satisfies((cycle) -> assertThat(cycle.beans()).containsExactlyInAnyOrder("left", "right"));
	}

	@Test
	void circleThroughALazyListIsFound() {
		assertThat(cycles(Bus.class, Subscriber.class)).singleElement()
			.satisfies((cycle) -> assertThat(cycle.beans()).containsExactly("bus", "subscriber"));
	}

	@Test
	void qualifierDecidesWhichBeanIsNeeded() {
		assertThat(cycles(Qualified.class)).isEmpty();
	}

	@Test
	void primaryBeanIsTheOneThatIsNeeded() {
		assertThat(cycles(PrimaryOfTwo.class)).isEmpty();
	}

	@Test
	void lazyInjectionWithoutACircleIsFine() {
		assertThat(cycles(LazyUser.class, Redis.class, PlainPool.class)).isEmpty();
	}

	@Test
	void beanThatUsesItselfThroughItsProxyIsFine() {
		assertThat(cycles(SelfUser.class)).isEmpty();
	}

	@Test
	void circleThatALibraryHidesIsNoneOfTheApplications() {
		try (AnnotationConfigApplicationContext context = context(Cache.class, Redis.class, Pool.class)) {
			assertThat(BeanCycles.in(context, "com.example").cycles()).isEmpty();
		}
	}

	@Test
	void wholeApplicationWithAutoConfigurationHasNone() {
		assertThatCode(() -> BeanCycles.of(Application.class).requireNone()).doesNotThrowAnyException();
	}

	@Test
	void failureShowsThePathAndWhatHidesIt() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> BeanCycles.of(CyclicApplication.class).requireNone())
			.withMessageContaining("Beans need each other in a circle:")
			.withMessageContaining(" → ")
			.withMessageContaining("hidden: constructor of Pool asks for");
	}

	private static List<BeanCycles.Cycle> cycles(Class<?>... beans) {
		try (AnnotationConfigApplicationContext context = context(beans)) {
			return BeanCycles.in(context, BeanCyclesTests.class.getPackageName()).cycles();
		}
	}

	private static AnnotationConfigApplicationContext context(Class<?>... beans) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		for (Class<?> bean : beans) {
			String name = bean.getSimpleName();
			context.registerBean(Character.toLowerCase(name.charAt(0)) + name.substring(1), bean);
		}
		context.refresh();
		return context;
	}

	static class Cache {

		Cache(Redis redis) {
		}

	}

	static class Redis {

		Redis(PoolOfConnections pool) {
		}

	}

	interface PoolOfConnections {

	}

	static class Pool implements PoolOfConnections {

		Pool(@Lazy Cache cache) {
		}

	}

	static class PlainPool implements PoolOfConnections {

	}

	static class LazyUser {

		LazyUser(@Lazy Redis redis) {
		}

	}

	record Producer(Consumer consumer) {
	}

	static class Consumer {

		@Autowired
		private ObjectProvider<Producer> producers;

	}

	static class Bus {

		@Autowired
		@Lazy
		private List<Subscriber> subscribers;

	}

	record Subscriber(Bus bus) {
	}

	static class SelfUser {

		@Autowired
		@Lazy
		private SelfUser self;

	}

	interface Side {

	}

	@Configuration(proxyBeanMethods = false)
	static class Factories {

		@Bean
		Side left(@Qualifier("right") @Lazy Side right) {
			return new Side() {
			};
		}

		@Bean
		Side right(@Qualifier("left") Side left) {
			return new Side() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		@Bean
		Side left(@Qualifier("other") @Lazy Side side) {
			return new Side() {
			};
		}

		@Bean
		Side right(@Qualifier("left") Side side) {
			return new Side() {
			};
		}

		@Bean
		Side other() {
			return new Side() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryOfTwo {

		@Bean
		Side right(@Lazy Side side) {
			return new Side() {
			};
		}

		@Bean
		@Primary
		Side main() {
			return new Side() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Redis.class, PlainPool.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Cache.class, Redis.class, Pool.class })
	static class CyclicApplication {

	}

}
