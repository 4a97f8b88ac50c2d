package fr.halle.shared.model;

/** Somebody's role does not allow what was asked for: answered 403, and nothing was changed. Detail: the permission. */
public final class NotAllowed extends BusinessException {

    private static final long serialVersionUID = 1;

    private final Permission permission;

    public NotAllowed(Permission permission) {
        super(permission.name());
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
