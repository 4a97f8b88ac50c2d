package fr.halle.shared.service;

import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Our mark on words that go out and come back: whoever has not seen it cannot make it, and nobody can put it on other words. */
@Service
public class Seals {

    private static final int SHOWN = 32;

    @Inject
    private Sql sql;

    private volatile @Nullable String key;

    /** 128 bits as small hexadecimal digits, always the same for the same words. */
    public String of(String words) {
        String secret = key();
        return Secrets.sha256Hex(words + "." + Secrets.sha256Hex(words + secret) + secret)
                .substring(0, SHOWN);
    }

    private String key() {
        String known = key;
        if (known == null) {
            known = sql.one("select seal from contact_seal", row -> row.text("seal"))
                    .orElseThrow();
            key = known;
        }
        return Objects.requireNonNull(known);
    }
}
