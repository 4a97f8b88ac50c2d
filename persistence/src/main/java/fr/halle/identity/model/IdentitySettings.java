package fr.halle.identity.model;

import fr.halle.portal.model.Setting;
import java.util.List;

/** What a portal asks of whoever signs in to its back office (M72). */
public final class IdentitySettings {

    public static final Setting<SecondFactorFor> SECOND_FACTOR = Setting.choice(
                    "signIn.secondFactor", SecondFactorFor.class, SecondFactorFor.NOBODY)
            .asked("M72");

    public static final List<Setting<?>> ALL = List.of(SECOND_FACTOR);

    private IdentitySettings() {}
}
