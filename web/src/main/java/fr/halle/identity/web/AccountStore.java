package fr.halle.identity.web;

import fr.halle.shared.model.Service;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells the server whom the sign-in page has proved. The caller's name is the account's id, which never changes. */
@Service
public class AccountStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof Proven proven
                ? new CredentialValidationResult(
                        Long.toString(proven.account().id()),
                        Set.of(proven.account().role().name()))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
