package fr.halle.identity.web;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in is asked in the back office, and wherever else the server's rules want somebody. Jakarta Security would look its
 * mechanism up twice in every request, also of the shop's pages and the API, whose visitors are nobody: a twelfth of their cost
 * (docs/decisions/2026-11-22-a-purchase-in-few-round-trips.md).
 */
@WebListener
public class OnlyTheBackOffice implements ServletContextListener {

    private static final String LAYER = "HttpServlet";
    /** By the servlet profile of Jakarta Authentication: the server has a rule for what is asked for. */
    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        String application = context.getVirtualServerName() + " " + context.getContextPath();
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        AuthConfigProvider ofTheServer = factory.getConfigProvider(LAYER, application, null);
        if (ofTheServer == null) {
            throw new IllegalStateException("Jakarta Security has registered nothing for " + application);
        }
        factory.registerConfigProvider(new Provider(ofTheServer), LAYER, application, "asks in the back office alone");
    }

    static boolean isBackOffice(String path) {
        return path.equals("/pro") || path.startsWith("/pro/");
    }

    private record Provider(AuthConfigProvider inner) implements AuthConfigProvider {

        @Override
        public ServerAuthConfig getServerAuthConfig(String layer, String application, CallbackHandler handler)
                throws AuthException {
            return new Config(inner.getServerAuthConfig(layer, application, handler), handler);
        }

        @Override
        public ClientAuthConfig getClientAuthConfig(String layer, String application, CallbackHandler handler)
                throws AuthException {
            return inner.getClientAuthConfig(layer, application, handler);
        }

        @Override
        public void refresh() {
            inner.refresh();
        }
    }

    private record Config(ServerAuthConfig inner, CallbackHandler handler) implements ServerAuthConfig {

        @Override
        public ServerAuthContext getAuthContext(String id, @Nullable Subject service, Map<String, Object> properties)
                throws AuthException {
            return new Context(inner.getAuthContext(id, service, properties), handler);
        }

        @Override
        public String getMessageLayer() {
            return inner.getMessageLayer();
        }

        @Override
        public String getAppContext() {
            return inner.getAppContext();
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return inner.getAuthContextID(message);
        }

        @Override
        public void refresh() {
            inner.refresh();
        }

        @Override
        public boolean isProtected() {
            return inner.isProtected();
        }
    }

    record Context(ServerAuthContext inner, CallbackHandler handler) implements ServerAuthContext {

        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
            return isAsked(message) ? inner.validateRequest(message, client, service) : nobody(client);
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, Subject service) throws AuthException {
            return isAsked(message) ? inner.secureResponse(message, service) : AuthStatus.SEND_SUCCESS;
        }

        @Override
        public void cleanSubject(MessageInfo message, Subject subject) throws AuthException {
            inner.cleanSubject(message, subject);
        }

        private AuthStatus nobody(Subject client) throws AuthException {
            try {
                handler.handle(new Callback[] {new CallerPrincipalCallback(client, (Principal) null)});
                return AuthStatus.SUCCESS;
            } catch (IOException | UnsupportedCallbackException e) {
                throw new AuthException(e);
            }
        }

        /** By the decoded path, which is what the server's own rules go by. */
        private static boolean isAsked(MessageInfo message) {
            HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
            String more = request.getPathInfo();
            return Boolean.parseBoolean(Objects.toString(message.getMap().get(MANDATORY), null))
                    || isBackOffice(more == null ? request.getServletPath() : request.getServletPath() + more);
        }
    }
}
