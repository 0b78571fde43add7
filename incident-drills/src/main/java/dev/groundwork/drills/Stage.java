package dev.groundwork.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;

import org.springframework.util.FileSystemUtils;

/**
 * Where one half of a drill is played: its servers, its services and its files. Whatever
 * is opened here is closed with it. Used by one thread.
 */
final class Stage implements AutoCloseable {

	private final Drill drill;

	private final Half half;

	private final Servers servers;

	private final Path folder;

	private final ClassData classData;

	private final Progress progress;

	private final Deque<Runnable> opened = new ArrayDeque<>();

	Stage(Drill drill, Half half, Servers servers, Path folder, ClassData classData, Progress progress) {
		this.drill = drill;
		this.half = half;
		this.servers = servers;
		this.folder = folder.resolve(drill.name()).resolve(half.toString());
		this.classData = classData;
		this.progress = progress;
	}

	Half half() {
		return this.half;
	}

	ClassData classData() {
		return this.classData;
	}

	/**
	 * Tell those who watch what is going on.
	 * @param what a short sentence
	 */
	void tell(String what) {
		this.progress.tell("%s, %s".formatted(this.drill.name(), this.half), what);
	}

	Application.Builder application(Class<?> main) {
		return new Application.Builder(this, main);
	}

	/**
	 * Return a virtual host of the shared broker that nobody else uses, empty at first.
	 * @return the virtual host
	 */
	VirtualHost virtualHost() {
		return virtualHost(this.servers.rabbitMq());
	}

	VirtualHost virtualHost(LocalRabbitMq rabbitMq) {
		return VirtualHost.add(rabbitMq, this.drill.name() + "-" + this.half);
	}

	/**
	 * Return the shared search node.
	 * @return the node, started
	 */
	LocalElasticsearch elasticsearch() {
		return this.servers.elasticsearch();
	}

	/**
	 * Return late servers that the two halves of this drill share.
	 * @param factory makes them for the half that asks first
	 * @return the servers
	 */
	LateServers lateServers(Supplier<LateServers> factory) {
		return this.servers.late(this.drill.name(), factory);
	}

	/**
	 * Return a broker that nobody else uses, so that it can be hurt.
	 * @return the broker, started
	 */
	LocalRabbitMq ownRabbitMq() {
		LocalRabbitMq rabbitMq = LocalInfrastructure.rabbitMq();
		closing(rabbitMq, rabbitMq::close).start();
		return rabbitMq;
	}

	/**
	 * Return a name that no other half uses.
	 * @param name the name
	 * @return the name with that of this half
	 */
	String unique(String name) {
		return "%s-%s-%s".formatted(name, this.drill.name(), this.half);
	}

	/**
	 * Return a file that is kept after the run.
	 * @param name the name of the file
	 * @return the file, empty
	 */
	Path file(String name) {
		try {
			return Files.write(Files.createDirectories(this.folder).resolve(name), new byte[0]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return a folder that is kept after the run.
	 * @param name the name of the folder
	 * @return the folder, empty
	 */
	Path folder(String name) {
		try {
			Path folder = this.folder.resolve(name);
			FileSystemUtils.deleteRecursively(folder);
			return Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Close something at the end of this half.
	 * @param <T> its type
	 * @param resource what is to be closed
	 * @param close how to close it
	 * @return the resource
	 */
	<T> T closing(T resource, Runnable close) {
		this.opened.push(close);
		return resource;
	}

	@Override
	public void close() {
		while (!this.opened.isEmpty()) {
			this.opened.pop().run();
		}
	}

}
