import { session } from './session.js';

const LIMIT_MILLIS = 10_000;

/** An answer that is not what was asked for. Status 0: no answer at all. */
export class ApiError extends Error {

	constructor(status, detail, service) {
		super(detail);
		this.status = status;
		this.service = service;
	}

	get isAway() {
		return this.status === 0 || this.status >= 500;
	}

}

export async function call(path, { method = 'GET', json } = {}) {
	const headers = { Accept: 'application/json' };
	if (json !== undefined) {
		headers['Content-Type'] = 'application/json';
	}
	if (path.startsWith('/api/')) {
		headers.Authorization = `Bearer ${session.current?.token ?? ''}`;
	}
	const signal = AbortSignal.timeout(LIMIT_MILLIS);
	let response;
	let body;
	try {
		response = await fetch(path, { method, headers, signal, body: json && JSON.stringify(json) });
		body = await response.text();
	}
	catch {
		throw new ApiError(0, 'CloudMatrix does not answer.');
	}
	let content = null;
	try {
		content = body && JSON.parse(body);
	}
	catch {
		// not from one of our services; the status says enough
	}
	if (!response.ok) {
		throw new ApiError(response.status, content?.detail ?? `HTTP ${response.status}`, content?.service);
	}
	return content;
}
