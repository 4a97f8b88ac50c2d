package fr.halle.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/** By which address the visitor came: where the provider sends him back to. */
public final class RequestOrigin {

    private RequestOrigin() {}

    /** Scheme, host and port, such as {@code http://ville.localhost:8080}; a usual port is left out. */
    public static String of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = request.isSecure() ? port == 443 : port == 80;
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
