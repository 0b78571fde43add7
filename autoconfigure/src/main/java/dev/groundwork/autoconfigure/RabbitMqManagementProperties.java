package dev.groundwork.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for the management API of RabbitMQ.
 *
 * @since 0.1.0
 */
public class RabbitMqManagementProperties {

	/**
	 * Address of the management API, such as 'http://broker.example:15672'. It is asked
	 * for what AMQP cannot tell.
	 */
	private @Nullable String uri;

	/**
	 * User who asks the management API, with the tag 'management'. The user of the
	 * connection factory if it is not set.
	 */
	private @Nullable String username;

	/**
	 * Password of the user who asks the management API. The password of the connection
	 * factory if it is not set.
	 */
	private @Nullable String password;

	/**
	 * Time to wait for a connection to the management API.
	 */
	private Duration connectTimeout = Duration.ofSeconds(2);

	/**
	 * Time to wait for an answer of the management API.
	 */
	private Duration readTimeout = Duration.ofSeconds(10);

	public @Nullable String getUri() {
		return this.uri;
	}

	public void setUri(@Nullable String uri) {
		this.uri = uri;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getReadTimeout() {
		return this.readTimeout;
	}

	public void setReadTimeout(Duration readTimeout) {
		this.readTimeout = readTimeout;
	}

}
