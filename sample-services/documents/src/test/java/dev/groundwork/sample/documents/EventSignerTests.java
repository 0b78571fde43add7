package dev.groundwork.sample.documents;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventSigner}.
 */
class EventSignerTests {

	@Test
	void signsLikeTheExampleOfRfc4231() {
		EventSigner signer = new EventSigner(new JwtProperties("Jefe"));
		assertThat(signer.sign("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
			.isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	}

}
