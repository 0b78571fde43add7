package dev.groundwork.local;

/**
 * A PostgreSQL server on its host.
 */
final class PrivatePostgreSql extends PrivateServer implements LocalPostgreSql {

	static final String USER = "groundwork";

	static final String PASSWORD = "kq7Zb2xV9-tYc4Wn8rLm3"; // not one that a contract
															// refuses

	static final String DATABASE = "postgres";

	PrivatePostgreSql(String name, int port, ServerHost host) {
		super(name, port, host, () -> new PostgreSqlGreeting(port, USER, DATABASE).isAnswered());
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(getPort(), DATABASE);
	}

	@Override
	public String getUsername() {
		return USER;
	}

	@Override
	public String getPassword() {
		return PASSWORD;
	}

}
