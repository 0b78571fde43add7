/** What is typed and not saved yet. Stays when the tab is closed. */
export class Drafts {

	#prefix;

	constructor(user) {
		this.#prefix = `cloudmatrix.draft.${user}.`;
	}

	keep(id, draft) {
		localStorage.setItem(this.#prefix + (id ?? 'new'), JSON.stringify(draft));
	}

	find(id) {
		return JSON.parse(localStorage.getItem(this.#prefix + (id ?? 'new')));
	}

	drop(id) {
		localStorage.removeItem(this.#prefix + (id ?? 'new'));
	}

}
