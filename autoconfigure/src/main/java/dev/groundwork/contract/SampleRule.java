package dev.groundwork.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The value is printed in a well-known tutorial or specification, or is the default of a
 * widespread product.
 */
final class SampleRule implements SecretRule {

	private static final Set<String> WORDS = Set.of("======================bezkoder=spring===========================",
			"astringsecretatleast256bitslong", "avalidstringsecretthatisatleast512bitslongwhichisverylong",
			"bezkodersecretkey", "changemetoacomplexrandomsecret",
			"donotusethisvalueinstead,createacomplexsecretandkeepitsafeoutsideofthesourcecode", "foobared", "javainuse",
			"jwtsupersecretkey", "keyboardcat", "malladminsecret", "minioadmin", "mysecrettokentochangeinproduction",
			"secretkey012345678901234567890123456789012345678901234567890123456789", "somerandomstring",
			"supersecretjwttokenwithatleast32characterslong", "testnondevsecret", "thisisasecret1234",
			"thistokenisnotsosecretchangeit", "your256bitsecret", "your384bitsecret", "your512bitsecret",
			"yoursupersecretjwttokenwithatleast32characterslong");

	/**
	 * SHA-256 of those that look like real keys: in plain text, every tool that searches
	 * source code for leaked secrets would find them here.
	 */
	private static final Set<String> HASHES = Set.of("1a9009e718b3f9c9a913ddeff21ba6631939dae4620c5f6b33dd45e1051a2a0f",
			"234a0395347dbde7c8a7dc082a018670f28b8bea2bc809e1d77ba708e70dc068",
			"28b106228dd4bd82ede273f2b58e16fcebaee7353a42e9fec0dea0de665b3f1c",
			"2b1fa627178e3424e20ffd0e18b7440c322ad538d3c96aef1e3f60d99951c23c",
			"4c0bf08221f3d71e4ed7b093b627cc8d4cb32250d5d70abdffa457a3afbc04f2",
			"570dad43de1af4c925f92c16a68a50936da42b7dd6fdeb24850507a1199aac89",
			"5df73e1aa59d8f332c2f5fd6ea1c37d0f2266b623ea3c4efe6cb3d577fd6a5e1",
			"76b62842a18971254e1c750e26388daf9eca6b5cb62ccd5291d4eda43bdf9894",
			"9877be62cd59c97bdbab245b4f39262253a1c3c7b8a2176805b7e2545a70f2a5",
			"9b4d1fe07ab0b901c8c549a3431f4cd95ffb0149cbbbd41a37026098e0a857c0",
			"a59e993b12b84cd042858443749443fbe38d1e32fbab430e2b9e328e24290ebc",
			"c6564561ada51c649bafd0d4215e9ad9bf1866fbbe8de83b96fbc50664c17254",
			"ca899538b112c9b87aa2d2a9f2c82a3d90a3017a34ed3f5765867cfb7bfe0411",
			"e95603d85a1d00be9696aa97f2de80e7806c8d5bafdf1c5313133abf93e5ab3f");

	private static final Set<Integer> HASHED_LENGTHS = Set.of(20, 24, 40, 44, 64, 67, 83, 172);

	@Override
	public String name() {
		return "sample-secret";
	}

	@Override
	public @Nullable Finding check(Secret secret) {
		Resolution bound = secret.bound();
		if (bound == null || !isSample(secret)) {
			return null;
		}
		return finding(secret, Text.origin(bound),
				"is a key that a well-known tutorial, specification or default shows to everybody",
				Remedy.giveValue(secret));
	}

	static boolean isSample(Secret secret) {
		return secret.readings().stream().map(PlaceholderWordRule::normalize).anyMatch(SampleRule::isSample);
	}

	// the first digest of a JVM is slow, and most values need none
	private static boolean isSample(String normalized) {
		return WORDS.contains(normalized)
				|| (HASHED_LENGTHS.contains(normalized.length()) && HASHES.contains(hash(normalized)));
	}

	private static String hash(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
