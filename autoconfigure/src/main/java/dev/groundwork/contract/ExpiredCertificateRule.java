package dev.groundwork.contract;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The first certificate of a PEM text, which is the one that is presented, has expired.
 */
final class ExpiredCertificateRule implements SecretRule {

	private final Clock clock;

	ExpiredCertificateRule() {
		this(Clock.systemUTC());
	}

	ExpiredCertificateRule(Clock clock) {
		this.clock = clock;
	}

	@Override
	public String name() {
		return "expired-certificate";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || secret.requirement().encoding() != Encoding.PEM) {
			return null;
		}
		X509Certificate certificate = Pem.of(bound.value())
			.blocks()
			.stream()
			.map(PemBlock::certificate)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		if (certificate == null) {
			return null;
		}
		Instant end = certificate.getNotAfter().toInstant();
		return end.isAfter(this.clock.instant()) ? null
				: finding(secret, Text.origin(bound),
						"has a certificate that expired on " + end.atZone(ZoneOffset.UTC).toLocalDate(),
						"Renew the certificate, and put the new one where the old one is set.");
	}

}
