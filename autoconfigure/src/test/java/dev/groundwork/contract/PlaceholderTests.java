package dev.groundwork.contract;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Placeholder}.
 */
class PlaceholderTests {

	@Test
	void textWithoutOneHasNone() {
		assertThat(Placeholder.in("a: $b {c}")).isEmpty();
	}

	@Test
	void nameAndFallbackArePartedAtTheFirstColon() {
		assertThat(Placeholder.in("x${A:http://b:1}y${C}")).containsExactly(new Placeholder("A", "http://b:1"),
				new Placeholder("C", null));
	}

	@Test
	void nestedOneIsPartOfTheFallback() {
		assertThat(Placeholder.in("${A:${B:${C}}}")).containsExactly(new Placeholder("A", "${B:${C}}"));
	}

	@Test
	void nameMayBeComputed() {
		List<Placeholder> placeholders = Placeholder.in("${a.${B:x}:c}");
		assertThat(placeholders).containsExactly(new Placeholder("a.${B:x}", "c"));
		assertThat(placeholders.get(0).isComputed()).isTrue();
	}

	@Test
	void escapedOneIsNone() {
		assertThat(Placeholder.in("\\${A}${B}")).containsExactly(new Placeholder("B", null));
	}

	@Property
	void anyTextIsRead(@ForAll @Chars({ '$', '{', '}', ':', 'A', '\\' }) String text) {
		assertThat(Placeholder.in(text)).allSatisfy((placeholder) -> assertThat(text).contains(placeholder.name()));
	}

}
