package fr.halle.shared.web;

import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The countries an address may lie in, by their names in the language of the page. */
@Named
@Service
public class Countries {

    @Inject
    private CurrentLanguage language;

    /** @param code two letters (ISO 3166-1) */
    public record Country(String code, String name) {}

    public List<Country> getAll() {
        Locale in = language.getLocale();
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, new Locale("", code).getDisplayCountry(in)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(in)))
                .toList();
    }
}
