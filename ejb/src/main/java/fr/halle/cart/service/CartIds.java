package fr.halle.cart.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Seals;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ids of carts that are written only once something is put in them: an id that we gave away tells by itself in which portal and
 * language, since it carries our seal, so that robots that open carts leave nothing behind. A UUID of version 8 (RFC 9562): 60
 * random bits, the hour, and 42 bits of the seal.
 */
@Service
class CartIds {

    /** After that nothing can be put in a cart that was opened and left empty. */
    static final Duration PROMISED = Duration.ofHours(24);

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final int SEAL_BITS = 42;
    private static final int HOUR_BITS = 20;
    private static final int SEAL_DIGITS = 12;
    private static final int HEX = 16;
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_MASK = 0xF000L;
    private static final long VARIANT = 0b10L << (HOUR_BITS + SEAL_BITS);

    private final SecureRandom random = new SecureRandom();

    @Inject
    private HalleClock clock;

    @Inject
    private Seals seals;

    UUID next(long portalId, String language) {
        long high = random.nextLong() & ~VERSION_MASK | VERSION_8;
        return id(high, clock.instant().getEpochSecond() / HOUR.toSeconds(), portalId, language);
    }

    /** The language that this id was given away with in this portal lately; empty for one that was not. */
    Optional<String> promised(UUID id, long portalId) {
        long hour = id.getLeastSignificantBits() >>> SEAL_BITS & (1L << HOUR_BITS) - 1;
        Duration age = Duration.between(Instant.EPOCH.plus(Duration.ofHours(hour)), clock.instant());
        // The hour has begun by up to an hour, and another server's clock may be behind.
        if (age.plus(HOUR).isNegative() || age.compareTo(PROMISED.plus(HOUR)) > 0) {
            return Optional.empty();
        }
        return LANGUAGES.stream()
                .filter(language -> id.equals(id(id.getMostSignificantBits(), hour, portalId, language)))
                .findFirst();
    }

    private UUID id(long high, long hour, long portalId, String language) {
        String seal = seals.of("cart " + Long.toHexString(high) + " " + hour + " " + portalId + " " + language);
        long digits = Long.parseLong(seal.substring(0, SEAL_DIGITS), HEX) & (1L << SEAL_BITS) - 1;
        return new UUID(high, VARIANT | hour << SEAL_BITS | digits);
    }
}
