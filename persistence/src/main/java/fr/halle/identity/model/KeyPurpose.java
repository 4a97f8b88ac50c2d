package fr.halle.identity.model;

import java.time.Duration;

/** What a key to an account was asked for. */
public enum KeyPurpose {
    /** Somebody is to work for a merchant, and chooses a first password. */
    INVITATION(Duration.ofDays(7)),
    /** Somebody forgot the password, and chooses another one. */
    FORGOTTEN(Duration.ofHours(1));

    private final Duration life;

    KeyPurpose(Duration life) {
        this.life = life;
    }

    public Duration life() {
        return life;
    }
}
