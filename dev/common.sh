# What the commands of this folder share. To be sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

color=no
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then color=yes; fi

# paint CODE TEXT
paint() { if [ "$color" = yes ]; then printf '\033[%sm%s\033[0m' "$1" "$2"; else printf '%s' "$2"; fi; }

# say WHO WHAT: one line with the seconds since the start, as the demonstration has them too
say() { printf '%6d s  %-16s  %s\n' "$SECONDS" "$1" "$2"; }

fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

require_jdk() {
	local home=${JAVA_HOME:-} version
	java=${home:+$home/bin/}java
	command -v "$java" >/dev/null && command -v "${java}c" >/dev/null ||
		fail "no JDK is in ${home:-the PATH}: install JDK 17 or newer (apt-get install openjdk-17-jdk-headless) or set JAVA_HOME"
	version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
	[ "${version%%.*}" -ge 17 ] || fail "Java $version is too old: install JDK 17 or newer, or set JAVA_HOME"
}

# --- Whether what was built is older than its sources; the jars' own times are fixed, so that builds can be reproduced ---

stamp=$root/target/demo/built

begin_build() { mkdir -p "${stamp%/*}" && touch "$stamp.part"; }
end_build() { mv "$stamp.part" "$stamp"; }

# is_built MODULE...
is_built() {
	local module sources
	[ -f "$stamp" ] || return 1
	for module in "$@"; do
		[ -f "$root/$module/target/${module##*/}.jar" ] || return 1
	done
	[ -z "$(find "$root" -name target -prune -o \( -name pom.xml -o -path '*/src/main/*' \) -newer "$stamp" -print -quit)" ]
}

# --- A child that Ctrl-C reaches through us only, so that it and all that it started end before we do -----------------

child=

# alone COMMAND...: runs it in a session of its own
alone() {
	local status=0
	if command -v setsid >/dev/null; then setsid "$@" </dev/null & else "$@" </dev/null & fi
	child=$!
	wait "$child" || status=$?
	child=
	return "$status"
}

end_child() {
	local tenths=0
	[ -n "$child" ] || return 0
	kill -TERM -- "-$child" 2>/dev/null || kill -TERM "$child" 2>/dev/null || true
	while kill -0 -- "-$child" 2>/dev/null && [ "$tenths" -lt 300 ]; do
		sleep 0.1
		tenths=$((tenths + 1))
	done
	kill -KILL -- "-$child" 2>/dev/null || true
	child=
}

trap 'end_child; exit 130' INT
trap 'end_child; exit 143' TERM HUP
