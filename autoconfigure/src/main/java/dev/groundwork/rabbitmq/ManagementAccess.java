package dev.groundwork.rabbitmq;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Where and as whom the management API of a broker is asked. The password is never shown.
 *
 * @since 0.1.0
 */
public final class ManagementAccess {

	private final URI uri;

	private final String virtualHost;

	private final String username;

	private final String password;

	private final Duration connectTimeout;

	private final Duration readTimeout;

	private ManagementAccess(URI uri, String virtualHost, String username, String password, Duration connectTimeout,
			Duration readTimeout) {
		this.uri = uri;
		this.virtualHost = virtualHost;
		this.username = username;
		this.password = password;
		this.connectTimeout = connectTimeout;
		this.readTimeout = readTimeout;
	}

	/**
	 * Create access to a management API.
	 * @param uri the address such as {@code https://broker.example:15671}; a user name
	 * and a password in it count unless they are given apart
	 * @param virtualHost the virtual host that is read
	 * @param credentials the user name and the password that are given apart
	 * @param fallback the user name and the password that count otherwise
	 * @param connectTimeout how long to wait for a connection
	 * @param readTimeout how long to wait for an answer
	 * @return the access
	 * @throws IllegalArgumentException if the address is none; the message does not show
	 * it, because a password may be part of it
	 */
	public static ManagementAccess to(String uri, String virtualHost, Credentials credentials, Credentials fallback,
			Duration connectTimeout, Duration readTimeout) {
		URI parsed = parse(uri);
		Credentials effective = credentials.orElse(Credentials.of(parsed)).orElse(fallback);
		return new ManagementAccess(base(parsed), virtualHost, nonNull(effective.username()),
				nonNull(effective.password()), connectTimeout, readTimeout);
	}

	private static URI parse(String uri) {
		try {
			URI parsed = new URI(uri.strip());
			String scheme = (parsed.getScheme() != null) ? parsed.getScheme().toLowerCase(Locale.ROOT) : "";
			if (parsed.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
				return parsed;
			}
		}
		catch (URISyntaxException ex) {
			// its message would show the whole address
		}
		throw new IllegalArgumentException("it must be an address such as http://broker.example:15672");
	}

	private static URI base(URI uri) {
		String path = StringUtils.trimTrailingCharacter((uri.getRawPath() != null) ? uri.getRawPath() : "", '/');
		String prefix = path.endsWith("/api") ? path.substring(0, path.length() - "/api".length()) : path;
		String port = (uri.getPort() != -1) ? ":" + uri.getPort() : "";
		return URI.create(uri.getScheme() + "://" + uri.getHost() + port + prefix);
	}

	private static String nonNull(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * Return the address of a part of the API.
	 * @param path the segments of the path below {@code /api}
	 * @return the address
	 */
	URI resource(String... path) {
		StringBuilder address = new StringBuilder(this.uri.toString()).append("/api");
		for (String segment : path) {
			address.append('/').append(encode(segment));
		}
		return URI.create(address.toString());
	}

	static String encode(String segment) {
		return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
	}

	String authorization() {
		String pair = this.username + ":" + this.password;
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	String virtualHost() {
		return this.virtualHost;
	}

	String username() {
		return this.username;
	}

	Duration connectTimeout() {
		return this.connectTimeout;
	}

	Duration readTimeout() {
		return this.readTimeout;
	}

	@Override
	public String toString() {
		return "management API at " + this.uri;
	}

	/**
	 * A user name and a password, either of which may be missing.
	 *
	 * @param username the user name or {@code null}
	 * @param password the password or {@code null}
	 * @since 0.1.0
	 */
	public record Credentials(@Nullable String username, @Nullable String password) {

		static Credentials of(URI uri) {
			String userInfo = uri.getUserInfo();
			if (userInfo == null) {
				return new Credentials(null, null);
			}
			int colon = userInfo.indexOf(':');
			return (colon < 0) ? new Credentials(userInfo, null)
					: new Credentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
		}

		Credentials orElse(Credentials other) {
			return new Credentials((this.username != null) ? this.username : other.username,
					(this.password != null) ? this.password : other.password);
		}

		@Override
		public String toString() {
			return "credentials of user '%s'".formatted(this.username);
		}

	}

}
