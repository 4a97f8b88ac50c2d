package fr.halle.notification.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Seals;
import fr.halle.shared.service.Secrets;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a mail of ours is called: by its row's number, and a seal. The numbers follow each other; without the seal anybody could
 * answer a mail that he never got, or say of it that it did not arrive.
 */
@Service
public class MessageIds {

    private static final Pattern OURS = Pattern.compile("<halle\\.(\\d{1,18})\\.([0-9a-f]{32})@[^<>\\s]+>");

    @Inject
    private Seals seals;

    /** What stands before the {@code @} of its Message-ID. */
    public String of(long notificationId) {
        return "halle." + notificationId + "." + seal(notificationId);
    }

    /** The number of our mail that is called so; empty for any other, and for one that was made up. */
    public Optional<Long> in(String messageId) {
        Matcher ours = OURS.matcher(messageId);
        if (!ours.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(ours.group(1));
        return Secrets.same(ours.group(2), seal(id)) ? Optional.of(id) : Optional.empty();
    }

    private String seal(long notificationId) {
        return seals.of("mail " + notificationId);
    }
}
