package dev.groundwork.provision;

import dev.groundwork.resource.DesiredState;

/**
 * Format in which the {@link DesiredState} of a back end is handed to another tool.
 *
 * @since 0.1.0
 */
public interface DesiredStateExport {

	/**
	 * Return the name of the format, by which {@code groundwork.output} asks for it.
	 * @return the name, such as {@code rabbitmq-definitions}
	 */
	String getFormat();

	/**
	 * Write what must exist, without input or output.
	 * @param desired what must exist
	 * @return the text, without a secret
	 */
	String write(DesiredState desired);

}
