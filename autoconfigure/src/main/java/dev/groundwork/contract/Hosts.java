package dev.groundwork.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hosts in the value of a property: a name, {@code host:port}, a URL, or a list of
 * those.
 */
final class Hosts {

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127(?:\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|::ffff:127(?:\\.\\d{1,3}){3}");

	private static final Pattern PRIVATE = Pattern.compile("10(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}"
			+ "|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}|f[cd][0-9a-f]{2}:[0-9a-f:]*");

	/** But not where the metadata of every cloud is. */
	private static final Pattern LINK_LOCAL = Pattern
		.compile("169\\.254(?!\\.169\\.254|\\.170\\.2)(?:\\.\\d{1,3}){2}|fe[89ab][0-9a-f]:[0-9a-f:]*(?:%.*)?");

	private static final Pattern PORT = Pattern.compile(":\\d*$");

	private static final Pattern END = Pattern.compile("[/?#;]");

	private Hosts() {
	}

	/**
	 * Return the hosts in a value.
	 * @param value the value
	 * @return the hosts in lower case, without brackets and ports
	 */
	static Stream<String> in(String value) {
		return Arrays.stream(value.split(","))
			.map((part) -> host(part.trim()).toLowerCase(Locale.ROOT))
			.filter((host) -> !host.isEmpty());
	}

	static boolean isLoopback(String host) {
		return LOOPBACK.matcher(host).matches();
	}

	static boolean isPrivate(String host) {
		return PRIVATE.matcher(host).matches() || LINK_LOCAL.matcher(host).matches();
	}

	/**
	 * Return whether any host in a value is another machine.
	 * @param value the value
	 * @return whether one is not a loopback address
	 */
	static boolean isRemote(String value) {
		return in(value).anyMatch((host) -> !isLoopback(host));
	}

	private static String host(String text) {
		int scheme = text.indexOf("//");
		String authority = END.split((scheme < 0) ? text : text.substring(scheme + 2), 2)[0];
		String host = authority.substring(authority.lastIndexOf('@') + 1);
		if (host.startsWith("[")) {
			return host.substring(1, Math.max(1, host.indexOf(']')));
		}
		return (host.indexOf(':') == host.lastIndexOf(':')) ? PORT.matcher(host).replaceFirst("") : host;
	}

}
