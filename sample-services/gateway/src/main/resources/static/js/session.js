const KEY = 'cloudmatrix.session';

/** Who is signed in. Ends with the tab. */
export const session = {

	get current() {
		const kept = JSON.parse(sessionStorage.getItem(KEY));
		return kept && new Date(kept.expiresAt) > new Date() ? kept : null;
	},

	begin(token) {
		sessionStorage.setItem(KEY, JSON.stringify(token));
	},

	end() {
		sessionStorage.removeItem(KEY);
	},

};
