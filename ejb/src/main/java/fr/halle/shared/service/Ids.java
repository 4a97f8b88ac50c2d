package fr.halle.shared.service;

import fr.halle.shared.model.Service;
import jakarta.inject.Inject;

/**
 * Hands out the ids of all rows from memory, a block of 1000 at a time, so that a checkout writes thirty rows without asking the
 * database for one number. Ids of one node rise; between nodes they only differ.
 *
 * <p>Nobody is kept waiting while somebody else asks for a block: who asks may have to wait for a connection, and those who hold
 * all of them may be the very ones who want an id.
 */
@Service
public class Ids {

    /** The increment of the sequence {@code halle_id}. */
    private static final long BLOCK = 1000;

    private static final long NONE = -1;

    @Inject
    private Sql sql;

    private long next;
    private long last = NONE;
    /** The last id of the block that comes after this one. */
    private long spare = NONE;

    public long next() {
        long id = take();
        while (id == NONE) {
            keep(reserveBlock());
            id = take();
        }
        // One caller per block, halfway through it: the others find the next one there.
        if (id % BLOCK == BLOCK / 2) {
            keep(reserveBlock());
        }
        return id;
    }

    private synchronized long take() {
        if (next > last) {
            if (spare == NONE) {
                return NONE;
            }
            last = spare;
            next = last - BLOCK + 1;
            spare = NONE;
        }
        return next++;
    }

    /** A block is lost where another is kept already, or where a later one was begun: ids rise. */
    private synchronized void keep(long lastOfBlock) {
        if (spare == NONE && lastOfBlock > last) {
            spare = lastOfBlock;
        }
    }

    private long reserveBlock() {
        return sql.number("select nextval('halle_id')");
    }
}
