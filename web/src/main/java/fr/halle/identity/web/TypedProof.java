package fr.halle.identity.web;

import fr.halle.identity.service.Proof;
import org.jspecify.annotations.Nullable;

/** What somebody types to be asked again who it is: never written back into the page. */
public final class TypedProof {

    private String password = "";
    private String code = "";

    public Proof given() {
        return new Proof(password, code);
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String typed) {
        password = typed == null ? "" : typed;
    }

    public @Nullable String getCode() {
        return null;
    }

    public void setCode(@Nullable String typed) {
        code = typed == null ? "" : typed;
    }
}
