#!/bin/sh
# Lays out an empty data folder with the user and the database that the environment names, then is the server.
set -eu

if [ ! -s "$PGDATA/PG_VERSION" ]; then
	user=${POSTGRES_USER:-postgres}
	database=${POSTGRES_DB:-$user}
	password=$(mktemp)
	printf '%s' "${POSTGRES_PASSWORD:?set it to a password of your choice}" >"$password"
	initdb --username="$user" --pwfile="$password" --auth-local=trust --auth-host=scram-sha-256 >/dev/null
	rm "$password"
	printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
	if [ "$database" != postgres ]; then
		printf 'CREATE DATABASE "%s";\n' "$database" | postgres --single -j postgres >/dev/null
	fi
fi
exec "$@" -c listen_addresses='*'
