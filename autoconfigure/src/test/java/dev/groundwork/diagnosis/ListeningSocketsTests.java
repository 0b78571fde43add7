package dev.groundwork.diagnosis;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListeningSockets}.
 */
class ListeningSocketsTests {

	private static final List<String> TABLE = List.of(
			"  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
			"   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000   101        0 4711 1 0",
			"   1: 0100007F:1F90 0100007F:D431 01 00000000:00000000 00:00000000 00000000   101        0 4712 1 0",
			"   2: 0100007F:D431 0100007F:1F90 01 00000000:00000000 00:00000000 00000000   101        0 4713 1 0",
			"   3: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4714 1 0",
			"   4: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 "
					+ "00:00000000 00000000   101        0 4715 1 0",
			"of another form", "");

	@Test
	void onlySocketsThatListenOnThePortAreFound() {
		assertThat(ListeningSockets.inodes(TABLE, 8080)).containsExactlyInAnyOrder("4711", "4715");
	}

	@Test
	void smallPortIsWrittenWithFourDigits() {
		assertThat(ListeningSockets.inodes(TABLE, 80)).containsExactly("4714");
	}

	@Test
	void portOnWhichNobodyListensHasNone() {
		assertThat(ListeningSockets.inodes(TABLE, 0xD431)).isEmpty();
	}

}
