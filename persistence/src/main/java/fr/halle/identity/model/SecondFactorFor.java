package fr.halle.identity.model;

import fr.halle.shared.model.Role;

/** Who of a portal must have a second factor; anybody may. */
public enum SecondFactorFor {
    NOBODY,
    OPERATORS,
    OPERATORS_AND_OWNERS;

    public boolean isFor(Role role) {
        return switch (this) {
            case NOBODY -> false;
            case OPERATORS -> role == Role.OPERATOR;
            case OPERATORS_AND_OWNERS -> role == Role.OPERATOR || role == Role.OWNER;
        };
    }
}
