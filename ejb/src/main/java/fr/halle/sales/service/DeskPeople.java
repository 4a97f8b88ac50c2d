package fr.halle.sales.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;

/** Who works at a desk, and so may be given a request. */
@Service
public class DeskPeople {

    @Inject
    private Sql sql;

    /** Somebody of the desk's. */
    public record Person(long id, String name) {}

    public List<Person> of(SalesDesk desk) {
        return sql.list(
                "select id, name from user_account where active and case when ?::bigint is null then role = 'OPERATOR' and portal_id = ?"
                        + " else merchant_id = ? and role in ('OWNER', 'SECRETARY') end order by fold(name), id",
                row -> new Person(row.number("id"), row.text("name")),
                desk.merchantId(),
                desk.portalId(),
                desk.merchantId());
    }
}
