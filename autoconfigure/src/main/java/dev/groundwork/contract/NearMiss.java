package dev.groundwork.contract;

/**
 * A name that is set and was probably meant to be another one.
 *
 * @param setting what is set
 * @param meant the name that was probably meant
 * @param distance how far apart the two names are; {@code 0} for the same words
 */
record NearMiss(Setting setting, String meant, int distance) {
}
