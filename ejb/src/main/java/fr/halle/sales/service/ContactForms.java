package fr.halle.sales.service;

import fr.halle.sales.model.DeskInbox;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each desk's form asks, and whose desk it is that a page's form writes to (C18). */
@Service
public class ContactForms {

    private static final String OBJECTS =
            "select id, label from contact_object where desk_id = ? and language = ? and retired_at is null order by position, id";
    private static final String CATEGORIES =
            "select id, label_fr, label_en from sales_category where desk_id = ? and retired_at is null order by position, id";
    private static final String FRENCH = "fr";

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    private record Rule(long category, String kind, String value) {}

    /** The portal's own desk. */
    public SalesDesk ofPortal(long portalId) {
        return desks.at(portalId, null);
    }

    /** That of the merchant of an open shop; empty where the portal has no such shop. */
    public Optional<SalesDesk> ofShop(long portalId, String slug) {
        return merchant("select merchant_id from shop where portal_id = ? and slug = ? and active", portalId, slug);
    }

    /** That of the merchant who sells a product. */
    public Optional<SalesDesk> ofProduct(long portalId, String slug) {
        return merchant(
                "select s.merchant_id from product p join shop s on s.id = p.shop_id where p.portal_id = ? and p.slug = ? and s.active",
                portalId,
                slug);
    }

    /** @param page the address of the page it stands on, empty where there is none */
    public ContactForm of(SalesDesk desk, String language, String page) {
        List<ContactForm.Choice> objects = objects(desk.id(), language);
        if (objects.isEmpty()) {
            // Whoever forgot one language is still written to by its visitors (P04).
            objects = objects(desk.id(), FRENCH.equals(language) ? "en" : FRENCH);
        }
        List<ContactForm.Choice> categories = desk.inbox() == DeskInbox.CENTRAL
                ? sql.list(
                        CATEGORIES,
                        row -> new ContactForm.Choice(
                                row.number("id"), row.text(FRENCH.equals(language) ? "label_fr" : "label_en")),
                        desk.id())
                : List.of();
        return new ContactForm(desk, language, objects, categories, ruled(desk, categories, language, page, null));
    }

    /** What the rules make it: the page is more particular than the object, and that than the language (K26, P16). */
    @Nullable
    Long ruled(ContactForm form, String page, @Nullable Long objectId) {
        return ruled(form.desk(), form.categories(), form.language(), page, objectId);
    }

    private @Nullable Long ruled(
            SalesDesk desk,
            List<ContactForm.Choice> categories,
            String language,
            String page,
            @Nullable Long objectId) {
        if (categories.isEmpty()) {
            return null;
        }
        List<Rule> rules = sql.list(
                "select r.category_id, r.kind, r.value from category_rule r join sales_category c on c.id = r.category_id and c.retired_at is null"
                        + " where r.desk_id = ? order by array_position(array['PAGE', 'OBJECT', 'LANGUAGE'], r.kind), length(r.value) desc, r.id",
                row -> new Rule(row.number("category_id"), row.text("kind"), row.text("value")),
                desk.id());
        return rules.stream()
                .filter(rule -> holds(rule, language, page, objectId))
                .map(Rule::category)
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(Rule rule, String language, String page, @Nullable Long objectId) {
        return switch (rule.kind()) {
            case "PAGE" -> page.toLowerCase(Locale.ROOT).contains(rule.value().toLowerCase(Locale.ROOT));
            case "OBJECT" -> objectId != null && rule.value().equals(objectId.toString());
            default -> rule.value().equals(language);
        };
    }

    private List<ContactForm.Choice> objects(long deskId, String language) {
        return sql.list(OBJECTS, row -> new ContactForm.Choice(row.number("id"), row.text("label")), deskId, language);
    }

    private Optional<SalesDesk> merchant(String query, long portalId, String slug) {
        if (Texts.hides(slug)) {
            // No address of ours is so; the database would choke on some of it.
            return Optional.empty();
        }
        return sql.one(query, row -> row.number("merchant_id"), portalId, slug)
                .map(merchant -> desks.at(portalId, merchant));
    }
}
