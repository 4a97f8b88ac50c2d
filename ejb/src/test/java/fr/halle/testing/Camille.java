package fr.halle.testing;

import fr.halle.checkout.service.CustomerForm;
import fr.halle.sales.model.RequestSource;
import fr.halle.sales.service.NewRequest;
import java.time.LocalDate;

/** Camille Lefèvre, who asks a desk for a week in February and gets a quote. */
public final class Camille {

    private Camille() {}

    /** By the form of a desk. @param message may be empty */
    public static NewRequest asks(long desk, String message) {
        return asks(desk, RequestSource.FORM, message);
    }

    public static NewRequest asks(long desk, RequestSource source, String message) {
        return new NewRequest(
                desk,
                source,
                "",
                "fr",
                null,
                null,
                "Camille",
                "Lefèvre",
                "camille@exemple.fr",
                "0612345678",
                LocalDate.parse("2027-02-13"),
                LocalDate.parse("2027-02-20"),
                2,
                1,
                message);
    }

    /** What a quote is sent with. */
    public static CustomerForm form() {
        return form(false);
    }

    /** The same, of age. */
    public static CustomerForm adult() {
        return form(true);
    }

    private static CustomerForm form(boolean adult) {
        return new CustomerForm(
                "Camille",
                "Lefèvre",
                "camille@exemple.fr",
                "06 12 34 56 78",
                "1 rue du Lac",
                "74000",
                "Annecy",
                "FR",
                adult);
    }
}
