package fr.halle.catalog.web;

import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A portal's home. */
@Named
@RequestScoped
public class IndexPage {

    @Inject
    private CurrentPortal portal;

    @Inject
    private Words words;

    /** The words of this preset's home. */
    public String word(String key) {
        return words.text("index." + portal.getTheme() + "." + key);
    }
}
