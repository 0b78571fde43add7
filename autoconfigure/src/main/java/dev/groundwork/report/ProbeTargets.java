package dev.groundwork.report;

/**
 * Where the probes of Kubernetes are answered.
 *
 * @param startup whether the application has started
 * @param readiness whether it takes requests
 * @param liveness whether it must be restarted
 * @param explanation why there
 * @since 0.1.0
 */
public record ProbeTargets(ProbeTarget startup, ProbeTarget readiness, ProbeTarget liveness, String explanation) {
}
