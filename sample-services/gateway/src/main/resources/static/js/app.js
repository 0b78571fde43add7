import { call } from './api.js';
import { Drafts } from './drafts.js';
import { Live } from './live.js';
import { Services } from './services.js';
import { session } from './session.js';

const RECENT = 12;

const $ = (id) => document.getElementById(id);

const services = new Services();

let drafts;

let live = null;

let open = null; // the document as the service has it, or null for a new one

let newer = null; // what somebody else has saved meanwhile

let waitingQuery = null;

let saving = false;

let soon = null; // a look at the notifications: one for many that arrive at once

// ---- Services -------------------------------------------------------------------------------------------------------

function element(name, text, properties = {}) {
	return Object.assign(document.createElement(name), { textContent: text }, properties);
}

const REMARK = { DEGRADED: ' is degraded', DOWN: ' is away' };

function showServices() {
	$('services').replaceChildren(...services.states.map(([name, state]) => {
		return element('li', name + (REMARK[state] ?? ''), { className: state.toLowerCase() });
	}));
	$('affected').replaceChildren(...services.affected.map(
		(sentence) => element('p', sentence, { className: 'affected-line' })));
	if (session.current) {
		showEditorState();
		showPeople();
	}
}

services.addEventListener('change', showServices);

services.addEventListener('up', ({ detail: name }) => {
	if (!session.current) {
		return;
	}
	if (name === 'search' && waitingQuery !== null) {
		search(waitingQuery);
	}
	if (name === 'notifications') {
		loadNotifications();
	}
	if (name === 'presence') {
		live?.hurry();
	}
	if (name === 'documents') {
		loadRecent();
	}
	if (name === 'documents' && drafts.find(open?.id ?? null)) {
		note('The service is back: what you typed can be saved now.', 'good');
	}
});

// ---- Signing in and out ---------------------------------------------------------------------------------------------

function showSignIn(reason) {
	live?.stop();
	live = null;
	$('work').hidden = true;
	$('user').hidden = true;
	$('sign-in').hidden = false;
	if (reason) {
		$('sign-in-note').textContent = reason;
	}
	$('name').focus();
}

function expired() {
	session.end();
	showSignIn('Please sign in again. What you typed is kept.');
}

$('sign-in-form').addEventListener('submit', async (event) => {
	event.preventDefault();
	$('sign-in-error').textContent = '';
	const json = { name: $('name').value.trim(), password: $('password').value };
	try {
		session.begin(await call('/auth/tokens', { method: 'POST', json }));
		$('password').value = '';
		showWork();
	}
	catch (error) {
		$('sign-in-error').textContent = error.isAway ? 'Nobody can sign in just now. Try again in a moment.' : error.message;
	}
});

$('sign-out').addEventListener('click', () => {
	session.end();
	showSignIn('You are signed out.');
});

function showWork() {
	const { name, token } = session.current;
	drafts = new Drafts(name);
	$('sign-in').hidden = true;
	$('work').hidden = false;
	$('user').hidden = false;
	$('user-name').textContent = name;
	live = new Live(name, token);
	live.addEventListener('connected', showPeople);
	live.addEventListener('people', showPeople);
	live.addEventListener('message', ({ detail }) => heard(detail));
	live.start();
	showDocument(null);
	loadRecent();
	showPeople();
	loadNotifications();
}

// ---- The document ---------------------------------------------------------------------------------------------------

const typed = () => ({ title: $('title').value, body: $('body').value });

function isChanged() {
	const { title, body } = typed();
	return title !== (open?.title ?? '') || body !== (open?.body ?? '');
}

function note(text, kind = '') {
	$('save-note').textContent = text;
	$('save-note').className = kind;
}

function showDocument(found) {
	open = found;
	newer = null;
	const draft = drafts.find(found?.id ?? null);
	$('title').value = draft?.title ?? found?.title ?? '';
	$('body').value = draft?.body ?? found?.body ?? '';
	note(draft ? 'This is what you typed and have not saved.' : '');
	showEditorState();
	live?.edit(found?.id ?? null);
	showRecent();
}

function showEditorState() {
	$('editor-title').textContent = open ? open.title : 'New document';
	$('version').textContent = open ? `version ${open.version}, by ${open.author}` : '';
	$('newer').hidden = !newer;
	$('newer-text').textContent = newer ? `${newer.author} has saved version ${newer.version} meanwhile.` : '';
	$('save').textContent = services.isUp('documents') || saving ? 'Save' : 'Save (may fail now)';
}

$('editor-form').addEventListener('input', () => {
	if (isChanged()) {
		drafts.keep(open?.id ?? null, typed());
		note('Not saved yet; kept in this browser.');
	}
	else {
		drafts.drop(open?.id ?? null);
		note('');
	}
});

$('editor-form').addEventListener('submit', async (event) => {
	event.preventDefault();
	if (saving) {
		return;
	}
	saving = true;
	const before = open;
	const json = { ...typed(), author: session.current?.name ?? '', version: before?.version };
	note('Saving …');
	try {
		const saved = before ? await call(`/api/documents/${before.id}`, { method: 'PUT', json })
			: await call('/api/documents', { method: 'POST', json });
		drafts.drop(before?.id ?? null);
		remember(saved);
		if (open === before) {
			open = saved;
			newer = null;
			if (isChanged()) {
				drafts.keep(saved.id, typed());
			}
			live?.edit(saved.id);
			note(`Saved as version ${saved.version}.`, 'good');
		}
	}
	catch (error) {
		drafts.keep(before?.id ?? null, { title: json.title, body: json.body });
		if (error.status === 401) {
			expired();
		}
		else if (error.status === 409) {
			note('Not saved: somebody else was faster. What you typed is kept.', 'bad');
			changedByAnother(before.id);
		}
		else {
			note(error.isAway ? 'Not saved: the service does not answer. What you typed is kept here; save it again later.'
				: `Not saved: ${error.message}`, 'bad');
		}
	}
	finally {
		saving = false;
		showEditorState();
		showRecent();
	}
});

$('new-document').addEventListener('click', () => {
	showDocument(null);
	$('title').focus();
});

async function openDocument(id) {
	try {
		const found = await call(`/api/documents/${encodeURIComponent(id)}`);
		remember(found);
		showDocument(found);
		$('main').focus();
	}
	catch (error) {
		if (error.status === 401) {
			expired();
		}
		else {
			note(error.status === 404 ? 'There is no such document any more.'
				: 'Not opened: the service does not answer. Try again later.', 'bad');
		}
	}
}

$('load-newer').addEventListener('click', () => {
	drafts.drop(open.id);
	openDocument(open.id);
});

$('keep-mine').addEventListener('click', () => {
	open = newer;
	newer = null;
	note('Yours is kept, and replaces theirs when you save it.');
	showEditorState();
});

// ---- Recent documents -----------------------------------------------------------------------------------------------

const recentKey = () => `cloudmatrix.recent.${session.current.name}`;

const recent = () => JSON.parse(localStorage.getItem(recentKey())) ?? [];

const keepRecent = (documents) => localStorage.setItem(recentKey(), JSON.stringify(documents.slice(0, RECENT)));

function remember({ id, title, author }) {
	if (session.current) {
		keepRecent([{ id, title, author }, ...recent().filter((one) => one.id !== id)]);
	}
}

async function loadRecent() {
	try {
		keepRecent((await call('/api/documents')).map(({ id, title, author }) => ({ id, title, author })));
	}
	catch {
		// what this browser remembers has to do
	}
	showRecent();
}

function showRecent() {
	if (!session.current) {
		return;
	}
	const documents = recent();
	$('no-recent').hidden = documents.length > 0;
	$('recent').replaceChildren(...documents.map((one) => item(one, one.author)));
}

function item({ id, title }, small, marked = true) {
	const button = element('button', title, { type: 'button' });
	button.append(element('small', small ?? ''));
	button.addEventListener('click', () => openDocument(id));
	if (marked && id === open?.id) {
		button.setAttribute('aria-current', 'true');
	}
	const li = element('li', '');
	li.append(button);
	return li;
}

// ---- Search ---------------------------------------------------------------------------------------------------------

$('search-form').addEventListener('submit', (event) => {
	event.preventDefault();
	search($('query').value.trim());
});

async function search(text) {
	waitingQuery = null;
	$('matches').replaceChildren();
	if (!text) {
		$('search-note').textContent = '';
		return;
	}
	$('search-note').textContent = 'Searching …';
	try {
		const { total, matches } = await call(`/api/search?q=${encodeURIComponent(text)}`);
		$('search-note').textContent = total ? `${total} found` : `Nothing found for “${text}”.`;
		$('matches').replaceChildren(...matches.map((match) => item(match, match.author)));
	}
	catch (error) {
		if (error.status === 401) {
			expired();
		}
		else if (error.isAway) {
			waitingQuery = text;
			$('search-note').textContent = `“${text}” is searched for as soon as search is back.`;
		}
		else {
			$('search-note').textContent = error.message;
		}
	}
}

// ---- Who is here ----------------------------------------------------------------------------------------------------

function showPeople() {
	const me = session.current?.name;
	const connected = live?.connected ?? false;
	$('people-note').textContent = connected ? '' : 'Connecting …';
	$('people').replaceChildren(...(connected ? live.people : []).map(({ name, editing }) => {
		const title = recent().find((one) => one.id === editing)?.title ?? 'a document';
		const who = element('span', name === me ? `${name} (you)` : name);
		who.append(element('small', editing ? `edits ${title}` : 'is here'));
		const li = element('li', '');
		li.append(element('span', [...name][0], { className: 'face', ariaHidden: 'true' }), who);
		return li;
	}));
}

/** Something that happened, as 'presence' tells it. */
function heard(message) {
	if (message.type === 'document.created' || message.type === 'document.updated') {
		remember({ id: message.documentId, title: message.title ?? 'a document', author: message.editor });
		showRecent();
		showPeople();
		if (message.documentId === open?.id && message.editor !== session.current?.name) {
			changedByAnother(message.documentId);
		}
	}
	if (message.type?.startsWith('notification')) {
		soon ??= setTimeout(loadNotifications, 300);
	}
}

async function changedByAnother(id) {
	const found = await call(`/api/documents/${id}`).catch(() => null);
	if (!found || open?.id !== id || found.version <= open.version) {
		return;
	}
	if (isChanged()) {
		newer = found;
		showEditorState();
	}
	else {
		showDocument(found);
		note(`${found.author} has saved version ${found.version}.`);
	}
}

// ---- Notifications --------------------------------------------------------------------------------------------------

async function loadNotifications() {
	clearTimeout(soon);
	soon = null;
	try {
		const answer = await call('/api/notifications?size=20');
		$('notifications-note').textContent = answer.length ? '' : 'Nothing new.';
		$('notifications').replaceChildren(...answer.map(notification));
	}
	catch (error) {
		if (error.status === 401) {
			expired();
		}
		else {
			$('notifications-note').textContent = 'They come later; none is lost.';
		}
	}
}

function notification({ type, documentId, title, author, at }) {
	const what = type === 'document.created' ? 'created' : 'saved';
	return item({ id: documentId, title }, `${what} by ${author}, ${new Date(at).toLocaleString()}`, false);
}

// ---- Begin ----------------------------------------------------------------------------------------------------------

services.start();
if (session.current) {
	showWork();
}
else {
	showSignIn();
}
