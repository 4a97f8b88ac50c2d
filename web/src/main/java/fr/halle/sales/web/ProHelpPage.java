package fr.halle.sales.web;

import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** {@code /pro/help}: what each screen of the commercial desk is for, in a few sentences; "Voir le tuto" leads here (O19). */
@Named
@RequestScoped
public class ProHelpPage {

    private static final List<String> TOPICS =
            List.of("requests", "dossiers", "quotes", "contact", "contents", "categories", "catalogues", "embed");

    @Inject
    private Words words;

    /** @param id what an address can point to */
    public record Topic(String id, String title, List<String> steps) {}

    public List<Topic> getTopics() {
        return TOPICS.stream().map(this::topic).toList();
    }

    private Topic topic(String id) {
        String key = "pro.help." + id + ".";
        List<String> steps = new ArrayList<>();
        for (int i = 1; words.has(key + i); i++) {
            steps.add(words.text(key + i));
        }
        return new Topic(id, words.text(key + "title"), steps);
    }
}
