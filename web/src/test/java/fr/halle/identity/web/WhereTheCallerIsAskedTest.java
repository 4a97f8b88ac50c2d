package fr.halle.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTheCallerIsAskedTest {

    private final List<Callback> told = new ArrayList<>();
    private final CallbackHandler server = callbacks -> told.addAll(List.of(callbacks));
    private final ServerAuthContext mechanism =
            answering(ServerAuthContext.class, Map.of("validateRequest", AuthStatus.SEND_CONTINUE));

    @ParameterizedTest
    @ValueSource(strings = {"/pro", "/pro/", "/pro/sign-in", "/pro/orders/list"})
    void inTheBackOffice(String path) throws Exception {
        assertThat(asked(path, Map.of())).isEqualTo(AuthStatus.SEND_CONTINUE);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/product/huitres", "/professional", "/api/v1/merchant/parts", "/assets/pro/"})
    void elsewhereTheCallerIsNobody(String path) throws Exception {
        assertThat(asked(path, Map.of())).isEqualTo(AuthStatus.SUCCESS);
        assertThat(told).singleElement().isInstanceOfSatisfying(CallerPrincipalCallback.class, caller -> {
            assertThat(caller.getPrincipal()).isNull();
            assertThat(caller.getName()).isNull();
        });
    }

    @Test
    void whereverTheServerWantsSomebody() throws Exception {
        assertThat(asked("/tomorrow", Map.of("jakarta.security.auth.message.MessagePolicy.isMandatory", "true")))
                .isEqualTo(AuthStatus.SEND_CONTINUE);
        assertThat(told).isEmpty();
    }

    private AuthStatus asked(String path, Map<String, Object> policy) throws Exception {
        HttpServletRequest request = answering(HttpServletRequest.class, Map.of("getServletPath", path));
        MessageInfo message =
                answering(MessageInfo.class, Map.of("getRequestMessage", request, "getMap", new HashMap<>(policy)));
        return Objects.requireNonNull(new OnlyTheBackOffice.Context(mechanism, server)
                .validateRequest(message, new Subject(), new Subject()));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
