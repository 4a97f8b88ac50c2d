package fr.halle.identity.web;

import fr.halle.identity.service.Accounts;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Lets the server ask {@link Accounts}. The caller's name is the account's id, which never changes. */
@Service
public class AccountStore implements IdentityStore {

    @Inject
    private Accounts accounts;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return accounts.signIn(given.getCaller(), given.getPasswordAsString())
                .map(account -> new CredentialValidationResult(
                        Long.toString(account.id()), Set.of(account.role().name())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
