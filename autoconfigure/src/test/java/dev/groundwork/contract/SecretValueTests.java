package dev.groundwork.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the rules that look into the value of a secret.
 */
class SecretValueTests {

	private static final String CERTIFICATE = """
			-----BEGIN CERTIFICATE-----
			MIIBizCCATGgAwIBAgIUD454Uq80vA2vESMGG7vcOSMoJccwCgYIKoZIzj0EAwIw
			GjEYMBYGA1UEAwwPZ3JvdW5kd29yay10ZXN0MCAXDTI2MTEyNDE1NTczMFoYDzIx
			MjYxMDMxMTU1NzMwWjAaMRgwFgYDVQQDDA9ncm91bmR3b3JrLXRlc3QwWTATBgcq
			hkjOPQIBBggqhkjOPQMBBwNCAAQ50nzpxPSwt0GtaBa6AerwRjxbK1b7RlJ2sFRI
			ZTwU8Zn9yl5pCUJsvvcREOakr67f8xNWhHwWeLbrRwhY4k0yo1MwUTAdBgNVHQ4E
			FgQU92JqU+E9l6L9rVx/VE6MTe7Z8gMwHwYDVR0jBBgwFoAU92JqU+E9l6L9rVx/
			VE6MTe7Z8gMwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiArytzG
			b40xbkV6LSH/V2SsXSX4m+qciQFnTK6lYDO6JgIhAKsHxzKX0AUOBsoTK/vm7PHU
			RrjsnBksGk2suwuThg3u
			-----END CERTIFICATE-----
			""";

	@ParameterizedTest
	@ValueSource(
			strings = { "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg=", "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg",
					"9sJ2kQ7vXmP4tR8wZ1b-5cH3fL6gD0yAeUiOxKj_qTg", "9sJ2kQ7vXmP4tR8wZ1b+5cH3fL6gD0yAeUiOxKj/qTg=" })
	void everyFormOfBase64IsRead(String value) {
		assertThat(check(Encoding.BASE64, 32, value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "not base64 at all, no!", "9sJ2kQ7vXmP4tR8wZ1b-5cH3fL6gD0yAeUiOxKj/qTg=",
			"9sJ2kQ7vXmP4tR8wZ1bN5cH3fL\n6gD0yAeUiOxKjVqTg=", "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAe=UiOxKjVqTg" })
	void otherTextThanTheBase64ThatIsDeclaredIsRefused(String value) {
		assertThat(only(Encoding.BASE64, 32, value).rule()).isEqualTo("undecodable-secret");
	}

	@Test
	void brokenLinesAreTold() {
		Finding finding = only(Encoding.BASE64, 0, "9sJ2kQ7vXmP4tR8wZ1bN\n5cH3fL6gD0yAeUiOxKjVqTg=");
		assertThat(finding.reason()).isEqualTo("is declared as base64, but broken into lines");
		assertThat(finding.remedy()).endsWith("base64 -w0");
	}

	@Test
	void hexIsReadInEitherCase() {
		assertThat(check(Encoding.HEX, 16, "8f3A91c07De25b64F0a9d81c3e57b26A")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8f3a91c07de25b64f0a9d81c3e57b26", "0x8f3a91c07de25b64f0a9d81c3e57b26a",
			"8f3a91c07de25b64f0a9d81c3e57b26g" })
	void otherTextThanTheHexThatIsDeclaredIsRefused(String value) {
		assertThat(only(Encoding.HEX, 0, value).rule()).isEqualTo("undecodable-secret");
	}

	@Test
	void minimumCountsDecodedBytes() {
		Finding finding = only(Encoding.HEX, 32, "8f3a91c07de25b64f0a9d81c3e57b26a");
		assertThat(finding.rule()).isEqualTo("short-secret");
		assertThat(finding.reason()).isEqualTo("has 16 bytes when it is decoded, needs at least 32");
		assertThat(finding.remedy()).contains("openssl rand -hex 32");
		assertThat(only(Encoding.BASE64, 48, "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg=").reason())
			.isEqualTo("has 32 bytes when it is decoded, needs at least 48");
	}

	@Test
	void longBase64IsGeneratedOnOneLine() {
		assertThat(only(Encoding.BASE64, 64, "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg=").remedy())
			.contains("$(openssl rand -base64 64 | tr -d '\\n')");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RSA", "EC", "Ed25519", "X25519" })
	void keysThatTheJdkReadsAreInOrder(String algorithm) throws GeneralSecurityException {
		KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
		assertThat(check(Encoding.PEM, 16, pem("PRIVATE KEY", pair.getPrivate().getEncoded()))).isEmpty();
		assertThat(check(Encoding.PEM, 16, pem("PUBLIC KEY", pair.getPublic().getEncoded()))).isEmpty();
	}

	@Test
	void olderFormOfRsaKeysIsRead() throws GeneralSecurityException {
		byte[] pkcs8 = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
		byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
		assertThat(check(Encoding.PEM, 0, pem("RSA PRIVATE KEY", pkcs1))).isEmpty();
		pkcs1[1] = 0;
		assertThat(only(Encoding.PEM, 0, pem("RSA PRIVATE KEY", pkcs1)).rule()).isEqualTo("undecodable-secret");
	}

	@Test
	void certificatesWithTextAroundThemAreRead() {
		assertThat(check(Encoding.PEM, 256, "subject: test\n" + CERTIFICATE + "\n" + CERTIFICATE)).isEmpty();
	}

	@Test
	void encryptedKeyIsNotLookedInto() {
		assertThat(check(Encoding.PEM, 0, """
				-----BEGIN RSA PRIVATE KEY-----
				Proc-Type: 4,ENCRYPTED
				DEK-Info: AES-128-CBC,D0B79789598C2DAFF823B479BA07F844

				9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg=
				-----END RSA PRIVATE KEY-----
				""")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
			"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
			"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
			"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\nA*AA\n-----END PRIVATE KEY-----",
			"-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nAAAA",
			"AAAA\n-----END PRIVATE KEY-----", "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg=" })
	void otherTextThanThePemThatIsDeclaredIsRefused(String value) {
		assertThat(only(Encoding.PEM, 0, value).rule()).isEqualTo("undecodable-secret");
	}

	@Test
	void certificateThatWasCutIsRefused() {
		assertThat(only(Encoding.PEM, 0, CERTIFICATE.replaceFirst("\\n.*\\n-----END", "\n-----END")).rule())
			.isEqualTo("undecodable-secret");
	}

	@Test
	void escapedLineBreaksAreTold() {
		assertThat(only(Encoding.PEM, 0, CERTIFICATE.replace("\n", "\\n")).reason())
			.isEqualTo("is declared as PEM, but has the two characters '\\n' where a line should end");
	}

	@Test
	void certificateIsRefusedFromTheDayOfItsEnd() {
		MockEnvironment environment = new MockEnvironment().withProperty("app.key", CERTIFICATE);
		SecretRequirement requirement = requirement(Encoding.PEM, 0);
		Settings settings = new Settings(environment);
		Secret secret = Secret.of(requirement, settings, new NearMisses(settings, List.of(requirement)));
		assertThat(expiryAt("2126-10-31T15:57:29Z").check(secret)).isNull();
		Finding finding = expiryAt("2126-10-31T15:57:30Z").check(secret);
		assertThat(finding).isNotNull();
		assertThat(finding.reason()).isEqualTo("has a certificate that expired on 2126-10-31");
	}

	@ParameterizedTest
	@ValueSource(strings = { Requirements.GOOD + "\n", Requirements.GOOD + "\r\n", Requirements.GOOD + " ",
			"\t" + Requirements.GOOD })
	void whiteSpaceAtTheEndsIsRefused(String value) {
		assertThat(only(Encoding.PLAIN, 32, value).rule()).isEqualTo("padded-secret");
	}

	@ParameterizedTest
	@EnumSource(names = { "BASE64", "HEX" })
	void whiteSpaceIsTheCauseWhyNothingCanBeDecoded(Encoding encoding) {
		assertThat(only(encoding, 16, "8f3a91c07de25b64f0a9d81c3e57b26a\n").rule()).isEqualTo("padded-secret");
	}

	@Test
	void whiteSpaceInsideIsPartOfTheValue() {
		assertThat(check(Encoding.PLAIN, 16, "plum orbit tunnel wagon\tsix")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"%s\"", "'%s'", "`%s`", " \"%s\"\n" })
	void quotesAroundTheValueAreRefused(String form) {
		assertThat(only(Encoding.PLAIN, 16, form.formatted(Requirements.GOOD)).rule()).isEqualTo("quoted-secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"%s", "%s'", "q\"%s\"q", "\"%s'" })
	void quotesElsewhereArePartOfTheValue(String form) {
		assertThat(check(Encoding.PLAIN, 16, form.formatted(Requirements.GOOD))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "your-256-bit-secret", "Your-512-Bit-Secret", "a-string-secret-at-least-256-bits-long",
			"my-secret-token-to-change-in-production", "bezKoderSecretKey",
			"======================BezKoder=Spring===========================", "JWTSuperSecretKey",
			"ThisTokenIsNotSoSecretChangeIt", "minioadmin",
			"SecretKey012345678901234567890123456789012345678901234567890123456789",
			"404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970",
			"404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970" })
	void keyThatEverybodyKnowsIsRefused(String value) {
		assertThat(only(Encoding.PLAIN, 0, value).rule()).isEqualTo("sample-secret");
	}

	@Test
	void sampleIsRecognizedBehindItsEncoding() {
		assertThat(only(Encoding.BASE64, 0, base64("your-256-bit-secret")).rule()).isEqualTo("sample-secret");
	}

	@Test
	void keyOfTheLengthOfSamplesIsNone() {
		assertThat(check(Encoding.PLAIN, 0, "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5971"))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "replace-me-with-a-real-secret", "change_this_in_production", "CHANGE ME NOW PLEASE",
			"changeMeBeforeProduction", "changeme123", "dev-key-do-not-use-in-production", "insert-your-key-here",
			"your-super-secret-jwt-key", "must_be_replaced", "django-insecure-k3!x", "for-testing-only-0123" })
	void wordsThatAskForReplacementAreRefused(String value) {
		assertThat(only(Encoding.PLAIN, 0, value).rule()).isEqualTo("placeholder-word");
	}

	@Test
	void placeholderIsRecognizedBehindItsEncoding() {
		assertThat(only(Encoding.BASE64, 0, base64("changeme")).rule()).isEqualTo("placeholder-word");
	}

	@ParameterizedTest
	@ValueSource(strings = { "currency exchange mechanism lamp", "interchange-itself-green-boat",
			"passwords are like socks", "seven-todo-lists-under-a-tree", "Exchange7Theme2Replacement" })
	void passPhraseThatOnlyContainsTheLettersIsInOrder(String value) {
		assertThat(check(Encoding.PLAIN, 0, value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/run/secrets/jwt", "/var/run/secrets/app/jwt-secret", "/etc/app/jwt.key", "file:/etc/jwt",
			"file:///etc/jwt", "classpath:jwt.key", "C:\\secrets\\jwt.txt", "./secrets/jwt.txt", "~/.jwt/key",
			"/secrets/jwt\n" })
	void pathInsteadOfTheContentIsRefused(String value) {
		Finding finding = only(Encoding.PLAIN, 0, value);
		assertThat(finding.rule()).isEqualTo("secret-is-a-path");
		assertThat(finding.remedy()).contains("spring.config.import: configtree:").doesNotContain("jwt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/9sJ2kQ7vXmP4tR8wZ/bN5cH3fL6gD0yAeUiOxKjVqTg", "run/secrets and walk",
			"/tmpX9sJ2kQ7vXmP4tR8w", "https://user:pa55@example.org/x" })
	void valueThatOnlyLooksLikePathIsInOrder(String value) {
		assertThat(check(Encoding.PLAIN, 0, value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.ssl.bundle.pem.server.keystore.private-key", "app.jwt.key-location",
			"app.signing.file" })
	void propertyThatIsMeantToNameFileMayNameOne(String property) {
		SecretRequirement requirement = new SecretRequirement(property, null, List.of(), 32, Encoding.PEM, null, null);
		assertThat(new Contract(List.of(requirement))
			.check(new MockEnvironment().withProperty(property, "/run/secrets/key.pem"))
			.findings()).isEmpty();
	}

	@Test
	void fileVariableThatNothingReadsIsToldWithTheWayToReadIt() {
		List<Finding> findings = new Contract(List.of(Requirements.jwtSecret()))
			.check(TestEnvironment.withYaml("app.jwt.secret: ${JWT_SECRET}")
				.variable("JWT_SECRET_FILE", "/run/secrets/jwt"))
			.findings();
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo("near-miss-name");
			assertThat(finding.remedy()).startsWith("Spring Boot reads no '_FILE' variables.").contains("configtree:");
		});
	}

	@Test
	void weakValueIsRefused() {
		assertThat(only(Encoding.PLAIN, 32, "abcabcabcabcabcabcabcabcabcabcabc").rule()).isEqualTo("weak-secret");
	}

	@Test
	void weakValueIsRecognizedBehindItsEncoding() {
		assertThat(only(Encoding.BASE64, 32, base64("correcthorsecorrecthorsecorrecthorse")).rule())
			.isEqualTo("weak-secret");
		assertThat(only(Encoding.HEX, 16, "000102030405060708090a0b0c0d0e0f").rule()).isEqualTo("weak-secret");
	}

	@Test
	void shortValueIsShortFirst() {
		assertThat(only(Encoding.PLAIN, 32, "aaaaaaaaaaaa").rule()).isEqualTo("short-secret");
	}

	@ParameterizedTest
	@EnumSource
	void goodValueOfEveryEncodingHasNoFinding(Encoding encoding) throws GeneralSecurityException {
		String value = switch (encoding) {
			case PLAIN -> Requirements.GOOD;
			case BASE64 -> "9sJ2kQ7vXmP4tR8wZ1bN5cH3fL6gD0yAeUiOxKjVqTg=";
			case HEX -> "8f3a91c07de25b64f0a9d81c3e57b26a8e3fa1b0d72c5b46f9a0d18c3e75b2a6";
			case PEM ->
				pem("PRIVATE KEY", KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded());
		};
		assertThat(check(encoding, 32, value)).isEmpty();
	}

	private static ExpiredCertificateRule expiryAt(String instant) {
		return new ExpiredCertificateRule(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String pem(String label, byte[] bytes) {
		return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label,
				Base64.getMimeEncoder().encodeToString(bytes), label);
	}

	private static SecretRequirement requirement(Encoding encoding, int minBytes) {
		return new SecretRequirement("app.key", null, List.of(), minBytes, encoding, null, null);
	}

	private static List<Finding> check(Encoding encoding, int minBytes, String value) {
		return new Contract(List.of(requirement(encoding, minBytes)))
			.check(new MockEnvironment().withProperty("app.key", value))
			.findings();
	}

	private static Finding only(Encoding encoding, int minBytes, String value) {
		List<Finding> findings = check(encoding, minBytes, value);
		assertThat(findings).hasSize(1);
		assertThat(findings.toString()).doesNotContain(value.strip());
		return findings.get(0);
	}

}
