package dev.groundwork.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * The file whose content Kubernetes shows as the reason why a container ended. Written
 * only where it already exists, as it does in a container; never created. Safe to use by
 * several threads: the last message stays.
 *
 * @since 0.1.0
 */
public final class TerminationMessageFile {

	private static final Log logger = LogFactory.getLog(TerminationMessageFile.class);

	private final String path;

	private final String application;

	/**
	 * Create a new {@link TerminationMessageFile} instance.
	 * @param path the path of the file; empty to write none
	 * @param application the name of the application
	 */
	public TerminationMessageFile(String path, String application) {
		this.path = path;
		this.application = application;
	}

	/**
	 * Write why the application ends, at most 4,096 bytes of UTF-8. Never throws: the
	 * whole is in the log.
	 * @param diagnoses why the application ends, the most important first
	 */
	public void write(List<Diagnosis> diagnoses) {
		if (this.path.isBlank()) {
			return;
		}
		try {
			Path file = Path.of(this.path);
			if (Files.isRegularFile(file) && Files.isWritable(file)) {
				Files.writeString(file, new TerminationMessage(this.application, diagnoses).toString(),
						StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
			}
		}
		catch (IOException | InvalidPathException | SecurityException ex) {
			logger.debug(LogMessage.format("Termination message not written to '%s': %s", this.path, ex));
		}
	}

}
