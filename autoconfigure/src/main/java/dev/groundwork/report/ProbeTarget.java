package dev.groundwork.report;

/**
 * Where a probe of Kubernetes is answered.
 *
 * @param port the port
 * @param path the path
 * @param secure whether it is HTTPS
 * @since 0.1.0
 */
public record ProbeTarget(int port, String path, boolean secure) {
}
