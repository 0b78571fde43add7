package dev.groundwork.diagnosis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PortOwner}.
 */
@Timeout(20)
@EnabledOnOs(OS.LINUX)
class PortOwnerTests {

	@Test
	void processThatHoldsThePortIsNamedWithoutItsArguments() throws IOException {
		try (PortHolder holder = PortHolder.start()) {
			PortOwner owner = PortOwner.find(holder.port());
			assertThat(owner.describe())
				.isEqualTo("port %d is held by process %d (java)".formatted(holder.port(), holder.pid()));
			assertThat(owner.isAnotherProcess()).isTrue();
		}
	}

	@Test
	void thisProcessIsKnownAsSuch() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			PortOwner owner = PortOwner.find(socket.getLocalPort());
			assertThat(owner.isThisProcess()).isTrue();
			assertThat(owner.isAnotherProcess()).isFalse();
			assertThat(owner.describe()).startsWith("port %d is held by this process itself, %d"
				.formatted(socket.getLocalPort(), ProcessHandle.current().pid()));
		}
	}

	@Test
	void withoutTheRightToSeeTheProcessTheCommandIsNamed(@TempDir Path proc) throws IOException {
		Files.createDirectories(proc.resolve("net"));
		Files.writeString(proc.resolve("net").resolve("tcp"),
				"0: 0100007F:1F90 00000000:0000 0A 0:0 0:0 0 101 0 4711 1 0");
		Files.createDirectories(proc.resolve("1"));
		assertThat(PortOwner.find(proc, 8080).describe())
			.isEqualTo("port 8080 is held by an unknown process, run: ss -ltnp 'sport = :8080'");
	}

	@Test
	void otherSystemHasNoOwners(@TempDir Path proc) {
		assertThat(PortOwner.find(proc.resolve("none"), 8080)).isEqualTo(new PortOwner(8080, null, null));
	}

}
