package fr.halle.catalog.web;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductView;
import fr.halle.catalog.service.Catalog;
import fr.halle.catalog.service.Pricing;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code /product/{slug}}: a product of any kind and the form to choose of it. Choosing a day or a week is a link or a GET; the
 * form's POST adds to the basket. A refusal stands beside its field and what was chosen is kept.
 */
@Named
@RequestScoped
public class ProductPage {

    private static final long HALF_A_KILO = 500;

    @Inject
    private PageAddress address;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Catalog catalog;

    @Inject
    private Pricing pricing;

    @Inject
    private Words words;

    @Inject
    private Summary summary;

    @Inject
    private Buying buying;

    @Inject
    private WeekChoice weekChoice;

    @Inject
    private HourChoice hourChoice;

    @Inject
    private RentalChoice rentalChoice;

    @Inject
    private StayChoice stayChoice;

    @Inject
    private PlainChoice plainChoice;

    private boolean loaded;
    private @Nullable ProductView product;
    private @Nullable Asked asked;
    private @Nullable Priced priced;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** Once a request: which fields are included is asked while the view is built, before the event that calls this. */
    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        product = catalog.product(portal.getId(), address.slug(), language.getCode())
                .orElse(null);
        if (product == null) {
            SeeOther.nowhere();
            return;
        }
        asked = Asked.of(address, product.card().byWeight() ? HALF_A_KILO : 1);
        if (address.isPost() && add()) {
            SeeOther.at("/basket");
            return;
        }
        read(product, asked);
        if (isPriced(product, asked)) {
            price(product, asked);
        }
    }

    private void read(ProductView shown, Asked choice) {
        switch (shown.card().kind()) {
            case GROUP_LESSON -> weekChoice.read(shown, choice);
            case PRIVATE_LESSON, ACTIVITY -> {
                hourChoice.read(shown, choice);
                plainChoice.read(shown, choice);
            }
            case RENTAL -> rentalChoice.read(shown, choice);
            case LODGING -> stayChoice.read(shown, choice);
            case PASS, GOODS, INSURANCE -> plainChoice.read(shown, choice);
        }
    }

    /** Stays and rentals have a price for their dates; before a class and a size are chosen there is nothing to say. */
    private static boolean isPriced(ProductView shown, Asked choice) {
        if (choice.startsOn() == null || choice.endsOn() == null) {
            return false;
        }
        return switch (shown.card().kind()) {
            case LODGING -> true;
            case RENTAL -> choice.variantId() != null && choice.size() != null;
            default -> false;
        };
    }

    private void price(ProductView shown, Asked choice) {
        try {
            Priced found = pricing.price(
                    portal.getId(), withParty(choice).choice(shown.card().id()), language.getCode());
            if (found.refusal() == null) {
                priced = found;
            } else {
                refused(Objects.requireNonNull(found.refusal()));
            }
        } catch (ChoiceRefused refusal) {
            refused(refusal);
        }
    }

    /** A price is shown for two adults until the visitor says how many they are. */
    private static Asked withParty(Asked choice) {
        return new Asked(
                choice.variantId(),
                choice.quantity(),
                choice.startsOn(),
                choice.endsOn(),
                choice.startsAt(),
                choice.size(),
                choice.adults() == null ? Integer.valueOf(2) : choice.adults(),
                choice.children(),
                choice.from());
    }

    private boolean add() {
        try {
            buying.add(choices(), detail());
            return true;
        } catch (BusinessException refusal) {
            refused(refusal);
            return false;
        }
    }

    private List<Choice> choices() {
        ProductView shown = getProduct();
        Asked choice = getAsked();
        long id = shown.card().id();
        if (shown.card().kind() != ProductKind.ACTIVITY || shown.variants().isEmpty()) {
            return List.of(choice.choice(id));
        }
        List<Choice> choices = new ArrayList<>();
        for (ProductView.Variant variant : shown.variants()) {
            Long many = address.number("many-" + variant.id());
            if (many != null && many > 0) {
                choices.add(choice.choice(id, variant.id(), many));
            }
        }
        if (choices.isEmpty()) {
            throw new ChoiceRefused("quantity", ChoiceRefused.Reason.PERSONS_RANGE, 20);
        }
        return choices;
    }

    private Map<String, String> detail() {
        Map<String, String> detail = new LinkedHashMap<>();
        for (String name : List.of("firstName", "age")) {
            String value = address.text(name);
            if (value != null) {
                detail.put(name, value);
            }
        }
        return detail;
    }

    private void refused(BusinessException refusal) {
        String field = refusal instanceof FieldRefusal onField ? onField.field() : "productId";
        errors.putIfAbsent(field.substring(field.lastIndexOf('.') + 1), words.refusal(refusal));
    }

    public ProductView getProduct() {
        return Objects.requireNonNull(product);
    }

    public Asked getAsked() {
        return Objects.requireNonNull(asked);
    }

    /** Whether the form was refused, rather than a price that was only asked. */
    public boolean isRefused() {
        return !errors.isEmpty() && (address.isPost() || errors.containsKey("productId"));
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    /** The id of the sentence beside a field that was refused, null beside the others. */
    public @Nullable String described(String field) {
        return errors.containsKey(field) ? field + "-error" : null;
    }

    public @Nullable String invalid(String field) {
        return errors.containsKey(field) ? "true" : null;
    }

    /** The first field that was refused is where the customer goes on. */
    public @Nullable String focused(String field) {
        return !errors.isEmpty() && errors.keySet().iterator().next().equals(field) ? "autofocus" : null;
    }

    /** What was typed, as it was typed. */
    public @Nullable String typed(String field) {
        return address.text(field);
    }

    public String typedOr(String field, String otherwise) {
        return Objects.requireNonNullElse(address.text(field), otherwise);
    }

    public List<Summary.Line> getSummary() {
        return priced == null
                ? List.of()
                : summary.of(priced, withParty(getAsked()).choice(priced.productId()));
    }

    public String getButton() {
        return priced == null ? words.text("choose.add") : summary.button(priced);
    }

    /** The fragment with the fields of this kind. */
    public String getFields() {
        load();
        return product == null ? "goods" : fields(product.card().kind());
    }

    private static String fields(ProductKind kind) {
        return switch (kind) {
            case GROUP_LESSON -> "lesson";
            case PRIVATE_LESSON -> "private";
            case ACTIVITY -> "activity";
            case PASS -> "pass";
            case RENTAL -> "rental";
            case LODGING -> "lodging";
            case INSURANCE -> "insurance";
            case GOODS -> "goods";
        };
    }

    public boolean isSoldOut() {
        return plainChoice.isSoldOut();
    }
}
