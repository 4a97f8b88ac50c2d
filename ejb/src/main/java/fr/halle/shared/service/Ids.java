package fr.halle.shared.service;

import fr.halle.shared.model.Service;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Hands out the ids of all rows from memory, a block of 1000 at a time, so that a checkout writes thirty rows without asking the
 * database for one number. Ids of one node rise; between nodes they only differ.
 */
@Service
public class Ids {

    /** The increment of the sequence {@code halle_id}. */
    private static final long BLOCK = 1000;

    @Resource(lookup = "java:global/jdbc/halle")
    private DataSource dataSource;

    private long next;
    private long last = -1;

    public synchronized long next() {
        if (next > last) {
            last = reserveBlock();
            next = last - BLOCK + 1;
        }
        return next++;
    }

    private long reserveBlock() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select nextval('halle_id')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new SqlFailure("select nextval('halle_id')", e);
        }
    }
}
