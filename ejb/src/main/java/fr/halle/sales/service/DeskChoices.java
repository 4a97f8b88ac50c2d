package fr.halle.sales.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;

/** What a desk's requests may be about and how they are sorted, as its fields offer them. */
@Service
public class DeskChoices {

    @Inject
    private Sql sql;

    /** One category. @param retired still named by requests, and offered to no other */
    public record Category(long id, RequestRow.Label label, boolean retired) {}

    /** One object of the contact form, in its language. */
    public record ContactObject(long id, String language, String label) {}

    public List<Category> categories(SalesDesk desk) {
        return sql.list(
                "select id, label_fr, label_en, retired_at is not null as retired from sales_category where desk_id = ? order by retired_at is not null, position, id",
                row -> new Category(
                        row.number("id"),
                        new RequestRow.Label(row.text("label_fr"), row.text("label_en")),
                        row.flag("retired")),
                desk.id());
    }

    public List<ContactObject> objects(SalesDesk desk) {
        return sql.list(
                "select id, language, label from contact_object where desk_id = ? and retired_at is null order by language desc, position, id",
                row -> new ContactObject(row.number("id"), row.text("language"), row.text("label")),
                desk.id());
    }
}
