package dev.groundwork.local;

import java.net.URI;

/**
 * A private RabbitMQ broker.
 *
 * @since 0.1.0
 */
public interface LocalRabbitMq extends LocalServer {

	/**
	 * Return the name of the administrator that the broker has from the start.
	 * @return the user name
	 */
	String getUsername();

	/**
	 * Return the password of {@link #getUsername()}.
	 * @return the password
	 */
	String getPassword();

	/**
	 * Return where the management plugin listens. It does so when the broker accepts
	 * work.
	 * @return the address without a path
	 */
	URI getManagementUri();

	/**
	 * Return the port for TLS, on which nothing listens before {@link #listenWithTls}.
	 * @return the port on {@code 127.0.0.1}
	 */
	int getTlsPort();

	/**
	 * Listen on {@link #getTlsPort()} with TLS, until the broker ends.
	 * @param certificate the certificate of the broker in its DER form
	 * @param privateKey the RSA key of the certificate in its PKCS#8 form
	 * @param version the only version of TLS that the broker accepts, as Erlang has it,
	 * such as {@code tlsv1.2}
	 */
	void listenWithTls(byte[] certificate, byte[] privateKey, String version);

	/**
	 * Run {@code rabbitmqctl --quiet} against this broker.
	 * @param arguments the command and its arguments
	 * @return what it wrote to its standard output
	 * @throws LocalServerException if the command fails, with what it wrote to its
	 * standard error, or has not ended within 60 seconds
	 */
	String control(String... arguments);

	/**
	 * Write to disk what the broker keeps in memory about its queues. It does so by
	 * itself within a second; a broker that is killed before has quorum queues without a
	 * leader when it returns, which take no message.
	 */
	default void flush() {
		control("eval", "[dets:sync(Table) || Table <- dets:all()].");
	}

	/**
	 * Add a virtual host, on which {@link #getUsername()} gets all permissions.
	 * @param name the name of the virtual host
	 */
	default void addVhost(String name) {
		control("add_vhost", name);
		setPermissions(name, getUsername(), ".*", ".*", ".*");
	}

	/**
	 * Add a user who has no permissions yet.
	 * @param name the user name
	 * @param password the password, not empty
	 */
	default void addUser(String name, String password) {
		control("add_user", name, password);
	}

	/**
	 * Set what a user may do in a virtual host; what was set before is replaced.
	 * @param vhost the name of the virtual host, {@code /} for the default one
	 * @param user the user name
	 * @param configure a regular expression of the names the user may declare and delete
	 * @param write a regular expression of the names the user may publish to
	 * @param read a regular expression of the names the user may consume from
	 */
	default void setPermissions(String vhost, String user, String configure, String write, String read) {
		control("set_permissions", "--vhost", vhost, user, configure, write, read);
	}

}
