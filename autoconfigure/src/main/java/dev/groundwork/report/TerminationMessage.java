package dev.groundwork.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;

/**
 * Why an application ends, short enough for Kubernetes: what failed, why and what to do
 * come first, what was found comes as far as there is room.
 */
final class TerminationMessage {

	/**
	 * What Kubernetes keeps of a message.
	 */
	static final int MAX_BYTES = 4096;

	private static final String CUT = "…";

	private static final int LONGEST_SECTION = MAX_BYTES / 3;

	private final String text;

	TerminationMessage(String application, List<Diagnosis> diagnoses) {
		String headline = "%s did not start: %s\n".formatted(line(application),
				(diagnoses.size() == 1) ? "1 cause" : diagnoses.size() + " causes");
		String whole = headline + String.join("", blocks(diagnoses, true));
		this.text = fits(whole) ? whole : shortened(headline, blocks(diagnoses, false));
	}

	private static List<String> blocks(List<Diagnosis> diagnoses, boolean evidence) {
		List<String> blocks = new ArrayList<>();
		for (Diagnosis diagnosis : diagnoses) {
			StringBuilder block = new StringBuilder("\n");
			if (diagnoses.size() > 1) {
				block.append(blocks.size() + 1).append(". ");
			}
			block.append(section(diagnosis.subject())).append('\n');
			block.append("   ").append(section(diagnosis.cause())).append('\n');
			block.append(" → ").append(section(diagnosis.remedy())).append('\n');
			if (evidence && !diagnosis.evidence().isBlank()) {
				block.append("   ").append(section(diagnosis.evidence())).append('\n');
			}
			blocks.add(block.toString());
		}
		return blocks;
	}

	private static String shortened(String headline, List<String> blocks) {
		StringBuilder shortened = new StringBuilder(headline);
		for (int shown = 0; shown < blocks.size(); shown++) {
			String rest = "\nand %d more, see the log\n".formatted(blocks.size() - shown);
			boolean last = shown == blocks.size() - 1;
			if (!fits(shortened + blocks.get(shown) + (last ? "" : rest))) {
				String cut = (shown == 0) ? cut(blocks.get(0), MAX_BYTES - bytes(headline) - bytes(rest)) : "";
				return shortened + cut + rest;
			}
			shortened.append(blocks.get(shown));
		}
		return shortened.toString();
	}

	/**
	 * No section may push the others out.
	 * @param text the text of the section
	 * @return the text, indented, without control characters and not too long
	 */
	private static String section(String text) {
		return cut(String.join("\n   ", text.strip().lines().map(TerminationMessage::line).toList()), LONGEST_SECTION);
	}

	private static String line(String text) {
		return text.replaceAll("\\p{Cntrl}", " ");
	}

	private static String cut(String text, int limit) {
		if (bytes(text) <= limit) {
			return text;
		}
		int end = Math.min(text.length(), limit);
		while (bytes(text.substring(0, end)) > limit - bytes(CUT) || splitsPair(text, end)) {
			end--;
		}
		return text.substring(0, end) + CUT;
	}

	private static boolean splitsPair(String text, int index) {
		return index > 0 && index < text.length()
				&& Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
	}

	private static boolean fits(String text) {
		return bytes(text) <= MAX_BYTES;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
