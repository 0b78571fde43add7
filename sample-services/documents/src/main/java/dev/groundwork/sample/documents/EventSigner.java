package dev.groundwork.sample.documents;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Signs events with the secret that the services share, as hexadecimal HMAC-SHA256.
 */
@Component
class EventSigner {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	EventSigner(JwtProperties properties) {
		this.key = new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	String sign(byte[] content) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("An event cannot be signed with " + ALGORITHM, ex);
		}
	}

}
