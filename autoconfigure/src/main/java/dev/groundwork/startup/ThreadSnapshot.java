package dev.groundwork.startup;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a thread at one moment.
 *
 * @param id the identifier of the thread
 * @param name the name of the thread
 * @param blocked whether it does nothing until something else happens
 * @param lock what it waits on, such as a lock or a future, or {@code null}
 * @param ownerId the identifier of the thread that holds what it waits on, or
 * {@link #NOBODY}
 * @param wantsBean whether it waits inside the bean factory, for a bean that another
 * thread creates
 */
record ThreadSnapshot(long id, String name, boolean blocked, @Nullable String lock, long ownerId, boolean wantsBean) {

	static final long NOBODY = -1;

	boolean waitsForOwner() {
		return this.blocked && this.ownerId != NOBODY && this.ownerId != this.id;
	}

	boolean waitsForSomebody() {
		return this.blocked && this.lock != null && this.ownerId == NOBODY;
	}

}
