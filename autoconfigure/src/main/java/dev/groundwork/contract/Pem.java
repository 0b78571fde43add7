package dev.groundwork.contract;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Keys and certificates between {@code BEGIN} and {@code END} lines.
 *
 * @param blocks what stands between the lines
 * @param problem what is wrong with the text, or {@code null} if nothing is
 */
record Pem(List<PemBlock> blocks, @Nullable String problem) {

	private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END ([A-Z0-9 ]+)-----",
			Pattern.DOTALL);

	private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+:.*$");

	static Pem of(String text) {
		if (text.contains("\\n")) {
			return failed("has the two characters '\\n' where a line should end");
		}
		List<PemBlock> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(text);
		while (matcher.find()) {
			if (!matcher.group(1).equals(matcher.group(3))) {
				return failed("has a BEGIN line and an END line that do not match");
			}
			PemBlock block = block(matcher.group(1), matcher.group(2));
			if (block == null) {
				return failed("has something between its BEGIN and END lines that is not base64");
			}
			blocks.add(block);
		}
		if (blocks.isEmpty() || !hasOneBlockForEachLine(text, blocks)) {
			return failed("lacks a BEGIN or an END line");
		}
		boolean readable = blocks.stream().allMatch(PemBlock::isReadable);
		return readable ? new Pem(List.copyOf(blocks), null) : failed("has a key or a certificate that cannot be read");
	}

	Decoding decoding() {
		if (this.problem != null) {
			return Decoding.failed("is declared as PEM, but " + this.problem);
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.blocks.forEach((block) -> bytes.writeBytes(block.bytes()));
		return Decoding.decoded(bytes.toByteArray());
	}

	private static boolean hasOneBlockForEachLine(String text, List<PemBlock> blocks) {
		return text.split("-----BEGIN ", -1).length - 1 == blocks.size()
				&& text.split("-----END ", -1).length - 1 == blocks.size();
	}

	private static @Nullable PemBlock block(String label, String body) {
		String base64 = HEADER.matcher(body).replaceAll("").replaceAll("\\s", "");
		try {
			return new PemBlock(label, Base64.getDecoder().decode(base64), body.contains("ENCRYPTED"));
		}
		catch (IllegalArgumentException ex) {
			// not kept: it quotes a character of the value
			return null;
		}
	}

	private static Pem failed(String problem) {
		return new Pem(List.of(), problem);
	}

}
