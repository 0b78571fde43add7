import { call } from './api.js';

const INTERVAL_MILLIS = 2000;

const DOWN = {
	documents: 'Documents cannot be opened or saved just now. What you type is kept here.',
	search: 'Search answers later; what you type is kept.',
	presence: 'Who is here is not known just now.',
	notifications: 'Notifications come later; none is lost.',
	auth: 'Nobody can sign in just now. Who is signed in stays so.',
};

const DEGRADED = {
	documents: 'Documents may not open or save just now, or others see changes later. What you type is kept here.',
	search: 'Search may answer later or miss the latest changes.',
	presence: 'Notifications may come later; none is lost.',
	notifications: 'Notifications come later; none is lost.',
};

const AFFECTED = { DOWN, DEGRADED };

/** What the gateway knows of each service; tells 'change' when that is something else than before. */
export class Services extends EventTarget {

	#states = new Map();

	#reachable = true;

	start() {
		this.#look();
	}

	isUp(name) {
		return this.#reachable && this.#states.get(name) === 'UP';
	}

	get states() {
		return [...this.#states];
	}

	get affected() {
		if (!this.#reachable) {
			return ['CloudMatrix cannot be reached. What you type is kept here; it goes on by itself.'];
		}
		return [...new Set(this.states.map(([name, state]) => AFFECTED[state]?.[name]).filter((sentence) => sentence))];
	}

	async #look() {
		const before = JSON.stringify([this.#reachable, this.states]);
		const cameBack = [];
		try {
			const seen = await call('/status');
			const states = new Map(seen.map((service) => [service.name, service.status]));
			for (const [name, state] of states) {
				if (state === 'UP' && !this.isUp(name)) {
					cameBack.push(name);
				}
			}
			this.#states = states;
			this.#reachable = true;
		}
		catch {
			this.#reachable = false;
		}
		if (before !== JSON.stringify([this.#reachable, this.states])) {
			this.dispatchEvent(new Event('change'));
		}
		cameBack.forEach((name) => this.dispatchEvent(new CustomEvent('up', { detail: name })));
		setTimeout(() => this.#look(), INTERVAL_MILLIS);
	}

}
