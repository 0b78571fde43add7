#!/bin/sh
# start-archive.sh auto|none FOLDER: for the image of a service, run in the folder of its service.jar. Leaves in FOLDER the
# options that java is to start with, and the archive that they name: an ahead-of-time cache where the JVM makes one
# (Java 25 or newer), else a class data archive.
set -eu
kind=$1
folder=$2
options=$folder/java-options

# No secret of anybody: the contract wants some, and what they are here goes with this process.
train() {
	JWT_SECRET=$(head -c 48 /dev/urandom | base64 -w 0) DATABASE_PASSWORD=$(head -c 24 /dev/urandom | base64 -w 0) \
		AUTH_USERS="training:$(printf '$2a$10$%053d' 0)" \
		java "$@" -Dspring.context.exit=onRefresh -jar service.jar
}

mkdir -p "$folder"
printf '%s\n' -XX:MaxRAMPercentage=75 >"$options"
if [ "$kind" = none ]; then
	exit 0
elif java -XX:AOTCacheOutput=none -version >/dev/null 2>&1; then
	train -XX:AOTCacheOutput="$folder/service.aot"
	printf '%s\n' -XX:AOTCache=service.aot >>"$options"
else
	train -XX:ArchiveClassesAtExit="$folder/service.jsa"
	printf '%s\n' -XX:SharedArchiveFile=service.jsa >>"$options"
fi
