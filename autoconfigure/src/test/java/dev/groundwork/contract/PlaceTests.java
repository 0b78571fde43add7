package dev.groundwork.contract;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Place}.
 */
class PlaceTests {

	private static final Origin PLACE = origin("one", "shop.secret");

	@Test
	void sameNameInTheSameSourceIsTheSamePlace() {
		assertThat(Place.isSame(PLACE, origin("one", "shop.secret"))).isTrue();
	}

	@Test
	void sameNameInAnotherSourceIsAnotherPlace() {
		assertThat(Place.isSame(PLACE, origin("two", "shop.secret"))).isFalse();
	}

	@Test
	void otherNameInTheSameSourceIsAnotherPlace() {
		assertThat(Place.isSame(PLACE, origin("one", "shop.key"))).isFalse();
	}

	@Test
	void placeIsThatOfItsOrigin() {
		assertThat(Place.isSame(PLACE, Place.of(origin("one", "shop.secret")))).isTrue();
		assertThat(Place.isSame(PLACE, Place.of(origin("two", "shop.secret")))).isFalse();
	}

	private static Origin origin(String source, String name) {
		return PropertySourceOrigin.get(new MapPropertySource(source, Map.of(name, "value")), name);
	}

}
