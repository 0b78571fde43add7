/** Time until the next attempt: doubles up to 15 s, and differs between browsers, so that not all come back at once. */
export class BackOff {

	#attempts = 0;

	next() {
		const longest = Math.min(15_000, 500 * 2 ** this.#attempts++);
		return longest * (0.5 + Math.random() / 2);
	}

	reset() {
		this.#attempts = 0;
	}

}
