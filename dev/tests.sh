# How dev/verify and dev/verify-containers run the tests and count them. To be sourced after common.sh, with the variables
# folder, for what this run leaves, and log, for what Maven says.

passed=0 failed=0 skipped=0 unsteady=0

begin_tests() { mkdir -p "$folder" && touch "$folder/begin"; }

docker_answers() { command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1; }

# What is worth a line while Maven runs: the modules, the number of their tests, each integration test, errors.
progress() {
	local line
	local module='^\[INFO\] Building (.*) [^ ]+ +\[([0-9]+)/([0-9]+)\]$'
	local class='Tests run: ([0-9]+),.* Time elapsed: ([0-9.]+) s .*-- in .*\.([A-Za-z0-9]+IT)$'
	local total='Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)(, Flakes: ([0-9]+))?$'
	grep --line-buffered -E '^\[[A-Z]+\] (Building |Tests run: )|^\[ERROR\]' | while IFS= read -r line; do
		if [[ $line =~ $module ]]; then say "module ${BASH_REMATCH[2]} of ${BASH_REMATCH[3]}" "${BASH_REMATCH[1]}"
		elif [[ $line =~ $class ]]; then say '' "${BASH_REMATCH[3]}: ${BASH_REMATCH[1]} in ${BASH_REMATCH[2]} s"
		elif [[ $line =~ $total ]]; then say '' "${BASH_REMATCH[1]} tests, $((BASH_REMATCH[2] + BASH_REMATCH[3])) failed, ${BASH_REMATCH[4]} skipped${BASH_REMATCH[6]:+, ${BASH_REMATCH[6]} passed when run again}"
		elif [[ $line == '[ERROR]'* ]]; then printf '%s\n' "$line"
		fi
	done
}

# maven [ARGUMENT...]: "mvnw verify" with them. A failed test shall not keep the others from running, and what failed in an
# earlier run not be found again by Failsafe where this one has no integration tests.
maven() {
	find "$root" -path '*/target/failsafe-reports/failsafe-summary.xml' -delete
	export -f say progress
	# shellcheck disable=SC2016
	alone bash -c 'SECONDS=$1 log=$2; shift 2; "$@" 2>&1 | tee "$log" | progress; exit "${PIPESTATUS[0]}"' \
		maven "$SECONDS" "$log" "$root/mvnw" -B -ntp -fae -Dmaven.test.failure.ignore=true -f "$root/pom.xml" "$@" verify
}

# Surefire and Failsafe say once for each module what they ran. The totals in their reports are too low: for a class with
# tests of two engines they have only those of one.
# count STATUS: adds up what Maven has run, which ended with that exit code
count() {
	local run failures errors skips flakes broken='^\[ERROR\]'
	while read -r run failures errors skips flakes; do
		passed=$((passed + run - failures - errors - skips))
		failed=$((failed + failures + errors))
		skipped=$((skipped + skips))
		unsteady=$((unsteady + ${flakes:-0}))
	done < <(sed -nE 's/^\[[A-Z]+\] Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)(, Flakes: ([0-9]+))?$/\1 \2 \3 \4 \6/p' "$log")
	# Maven was told to go on after a failed test, and does so after a test JVM that died as well
	[ "$unsteady" = 0 ] || broken='^\[ERROR\] .*([Ff]orked|[Cc]rashed|timeout or other error|Failed to execute goal)'
	if [ "$failed" = 0 ] && { [ "$1" != 0 ] || grep -qE "$broken" "$log"; }; then
		failed=1
		say build "failed, see ${log#"$root"/}"
	fi
}

not_run() { printf 'Not run: %s\n' "$1"; }

# name_test_cases WITH PREFIX: those in reports of this run with such an element inside, and the first line of its message
name_test_cases() {
	find "$root" -path '*/target/*-reports/TEST-*.xml' -newer "$folder/begin" -exec awk -v with="<($1)" -v prefix="$2" '
		/<testcase / { match($0, / name="[^"]*"/); name = substr($0, RSTART + 7, RLENGTH - 8)
			match($0, / classname="[^"]*"/); class = substr($0, RSTART + 12, RLENGTH - 13); sub(/.*\./, "", class) }
		$0 ~ with { why = match($0, / message="[^"]*"/) ? substr($0, RSTART + 10, RLENGTH - 11) : match($0, /CDATA\[[^ ]*: /) ? substr($0, RSTART + RLENGTH) : "no reason given"
			gsub(/&#10;.*/, "", why); gsub(/&quot;/, "\"", why); gsub(/&apos;/, "\047", why); gsub(/&gt;/, ">", why); gsub(/&lt;/, "<", why); gsub(/&amp;/, "\\&", why)
			print prefix ": " class "." name ", " why }' {} +
}

name_skipped_tests() { name_test_cases skipped 'Not run'; }

name_unsteady_tests() { name_test_cases 'flakyError|flakyFailure' 'Failed once, passed when run again'; }

print_totals() { printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"; }
