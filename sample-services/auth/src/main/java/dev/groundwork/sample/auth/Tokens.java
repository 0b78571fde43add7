package dev.groundwork.sample.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * Issues tokens.
 */
@Component
class Tokens {

	private final JwtEncoder encoder;

	private final JwtProperties properties;

	Tokens(JwtEncoder encoder, JwtProperties properties) {
		this.encoder = encoder;
		this.properties = properties;
	}

	IssuedToken issue(String name) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		Instant end = now.plus(this.properties.validity());
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.id(UUID.randomUUID().toString())
			.issuer(this.properties.issuer())
			.audience(List.of(this.properties.audience()))
			.subject(name)
			.issuedAt(now)
			.expiresAt(end)
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
		return new IssuedToken(name, this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(),
				end);
	}

}
