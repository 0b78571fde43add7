package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A file whose changes are found by looking at it again and again: a volume of Kubernetes
 * changes by a symbolic link above the file, of which the file system tells nothing.
 */
final class WatchedFile {

	private static final byte[] ABSENT = {};

	private final Path path;

	private @Nullable Mark mark;

	private byte @Nullable [] candidate;

	private byte @Nullable [] taken;

	WatchedFile(Path path) {
		this.path = path;
	}

	Path path() {
		return this.path;
	}

	/**
	 * Look at the file.
	 * @return whether it holds something new, which was the same the last time: a file
	 * that is being written is not
	 */
	boolean isChanged() {
		Mark now = Mark.of(this.path);
		if (now.equals(this.mark) && this.candidate == null) {
			return false;
		}
		byte[] content = hash();
		boolean settled = Arrays.equals(content, this.candidate);
		this.mark = now;
		this.candidate = settled ? null : content;
		if (!settled || Arrays.equals(content, this.taken)) {
			return false;
		}
		this.taken = content;
		return true;
	}

	/**
	 * Make sure that what was read after a change is what had settled. If not, the file
	 * counts as changed once more.
	 * @return whether the file still holds what it held
	 */
	boolean isStillTheSame() {
		if (Arrays.equals(hash(), this.taken)) {
			return true;
		}
		forget();
		return false;
	}

	void forget() {
		this.mark = null;
		this.candidate = null;
		this.taken = null;
	}

	boolean isThere() {
		return !Arrays.equals(this.taken, ABSENT);
	}

	private byte[] hash() {
		if (!Files.isRegularFile(this.path)) {
			return ABSENT;
		}
		try (InputStream content = Files.newInputStream(this.path)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
			return digest.digest();
		}
		catch (IOException ex) {
			return ABSENT;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * What tells cheaply that a file is the one that it was.
	 *
	 * @param real where it really is, or {@code null} if it is not there
	 * @param modified when it was modified
	 * @param size its size
	 */
	private record Mark(@Nullable Path real, @Nullable FileTime modified, long size) {

		static Mark of(Path path) {
			try {
				Path real = path.toRealPath();
				BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
				return new Mark(real, attributes.lastModifiedTime(), attributes.size());
			}
			catch (IOException ex) {
				return new Mark(null, null, -1);
			}
		}

	}

}
