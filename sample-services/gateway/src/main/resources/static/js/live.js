import { BackOff } from './back-off.js';

const HEARTBEAT_MILLIS = 8000;

const GONE_AFTER_MILLIS = 20_000;

const NOWHERE = 'nowhere';

/**
 * The socket of 'presence'. Tells 'connected', 'people' and 'message'. Everybody says every few seconds who he is and what
 * he edits; who is silent for longer has left.
 */
export class Live extends EventTarget {

	#user;

	#token;

	#editing = null;

	#socket = null;

	#timer = null;

	#heart = null;

	#heard = null;

	#backOff = new BackOff();

	#people = new Map();

	connected = false;

	constructor(user, token) {
		super();
		this.#user = user;
		this.#token = token;
	}

	start() {
		this.#heart = setInterval(() => this.#beat(), HEARTBEAT_MILLIS);
		this.#connect();
	}

	stop() {
		clearInterval(this.#heart);
		clearTimeout(this.#timer);
		this.#timer = null;
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
	}

	/** Try at once, because there is reason to believe that it succeeds. */
	hurry() {
		if (this.#timer !== null) {
			clearTimeout(this.#timer);
			this.#backOff.reset();
			this.#connect();
		}
	}

	edit(id) {
		this.#editing = id;
		this.#say();
	}

	get people() {
		return [...this.#people].map(([name, { editing }]) => ({ name, editing }))
			.sort((a, b) => a.name.localeCompare(b.name));
	}

	#connect() {
		this.#timer = null;
		const address = new URL('/ws', location.href);
		address.protocol = address.protocol.replace('http', 'ws');
		address.searchParams.set('access_token', this.#token);
		const socket = new WebSocket(address);
		this.#socket = socket;
		socket.onopen = () => {
			// the gateway says yes before it has reached the service: only its answer is a proof
			this.#heard = setTimeout(() => socket.close(), 5000);
			this.#say();
		};
		socket.onmessage = ({ data }) => {
			if (socket === this.#socket) {
				this.#take(JSON.parse(data));
			}
		};
		socket.onclose = () => {
			clearTimeout(this.#heard);
			if (socket === this.#socket) {
				this.#socket = null;
				this.#set(false);
				this.#timer = setTimeout(() => this.#connect(), this.#backOff.next());
			}
		};
	}

	#say() {
		if (this.#socket?.readyState === WebSocket.OPEN) {
			this.#socket.send(JSON.stringify({ editing: this.#editing ?? NOWHERE, user: this.#user }));
		}
	}

	#beat() {
		if (this.connected) {
			clearTimeout(this.#heard);
			const socket = this.#socket;
			// half-open: nothing is closed and nothing comes back
			this.#heard = setTimeout(() => socket?.close(), 5000);
		}
		this.#say();
		const before = this.#people.size;
		const limit = Date.now() - GONE_AFTER_MILLIS;
		this.#people.forEach(({ at }, name) => at < limit && this.#people.delete(name));
		if (this.#people.size !== before) {
			this.dispatchEvent(new Event('people'));
		}
	}

	#take(message) {
		if (message.type !== 'document.editing') {
			this.dispatchEvent(new CustomEvent('message', { detail: message }));
			return;
		}
		if (message.editor === this.#user) {
			clearTimeout(this.#heard);
			this.#backOff.reset();
			this.#set(true);
		}
		else if (!this.#people.has(message.editor)) {
			// who has just come shall not wait for our next heartbeat
			this.#say();
		}
		const editing = message.documentId === NOWHERE ? null : message.documentId;
		const known = this.#people.get(message.editor);
		this.#people.set(message.editor, { editing, at: Date.now() });
		if (!known || known.editing !== editing) {
			this.dispatchEvent(new Event('people'));
		}
	}

	#set(connected) {
		if (connected !== this.connected) {
			this.connected = connected;
			if (!connected) {
				this.#people.clear();
			}
			this.dispatchEvent(new Event('connected'));
			this.dispatchEvent(new Event('people'));
		}
	}

}
