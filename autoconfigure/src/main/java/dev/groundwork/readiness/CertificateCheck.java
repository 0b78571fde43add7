package dev.groundwork.readiness;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link DependencyCheck} of certificates that are valid and stay so for a while.
 */
final class CertificateCheck implements DependencyCheck {

	private final String name;

	private final CertificateSource source;

	private final Duration expiresWithin;

	private final Clock clock;

	CertificateCheck(String name, CertificateSource source, Duration expiresWithin, Clock clock) {
		this.name = name;
		this.source = source;
		this.expiresWithin = expiresWithin;
		this.clock = clock;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public List<Diagnosis> check() throws Exception {
		X509Certificate first = this.source.read()
			.stream()
			.min(Comparator.comparing(X509Certificate::getNotAfter))
			.orElseThrow(() -> new IllegalStateException("There is no certificate at " + this.source));
		Instant now = this.clock.instant();
		Instant end = first.getNotAfter().toInstant();
		Instant begin = first.getNotBefore().toInstant();
		if (now.isBefore(begin)) {
			return List.of(diagnosis(FailureKind.TRANSIENT, first, "is not valid before " + begin));
		}
		if (!now.isBefore(end)) {
			return List.of(diagnosis(FailureKind.PERMANENT, first, "expired at " + end));
		}
		return now.plus(this.expiresWithin).isBefore(end) ? List.of()
				: List.of(diagnosis(FailureKind.BLOCKED, first, "expires at " + end));
	}

	private Diagnosis diagnosis(FailureKind kind, X509Certificate certificate, String cause) {
		return new Diagnosis(kind, "certificate at " + this.source, cause,
				"subject " + certificate.getSubjectX500Principal().getName(),
				"Renew the certificate, and restart what does not read it again by itself.");
	}

}
