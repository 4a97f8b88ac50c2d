package fr.halle.identity.web;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server at each request who signed in to its session, before it would ask. The server has the same by name
 * ({@code AutoApplySession}), but finds the role in an object that all its threads share, and loses it while strangers come:
 * one click in forty was answered 403 (payara/Payara#6145). Here the role is the session's own.
 */
@Interceptor
@StaysSignedIn
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class SignedInBefore {

    private static final String KEPT = SignedInBefore.class.getName();

    private record Caller(String name, Set<String> roles) implements Serializable {}

    @AroundInvoke
    Object tell(InvocationContext call) throws Exception {
        HttpMessageContext context = Arrays.stream(call.getParameters())
                .filter(HttpMessageContext.class::isInstance)
                .map(HttpMessageContext.class::cast)
                .findFirst()
                .orElse(null);
        if (context == null || !call.getMethod().getName().equals("validateRequest")) {
            return call.proceed();
        }
        Caller known = known(context.getRequest());
        if (known != null && !context.isAuthenticationRequest()) {
            return context.notifyContainerAboutLogin(known.name(), known.roles());
        }
        Object status = call.proceed();
        if (status == AuthenticationStatus.SUCCESS) {
            context.getRequest()
                    .getSession()
                    .setAttribute(
                            KEPT, new Caller(context.getCallerPrincipal().getName(), Set.copyOf(context.getGroups())));
        }
        return status;
    }

    private static @Nullable Caller known(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Caller caller ? caller : null;
    }
}
