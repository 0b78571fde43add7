package dev.groundwork.local;

/**
 * A private PostgreSQL server with one database.
 *
 * @since 0.1.0
 */
public interface LocalPostgreSql extends LocalServer {

	/**
	 * Return where the database is.
	 * @return the JDBC URL, without parameters and credentials
	 */
	String getJdbcUrl();

	/**
	 * Return the name of the superuser that the server has from the start.
	 * @return the user name
	 */
	String getUsername();

	/**
	 * Return the password of {@link #getUsername()}.
	 * @return the password
	 */
	String getPassword();

}
