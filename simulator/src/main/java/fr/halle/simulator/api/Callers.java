package fr.halle.simulator.api;

import fr.halle.simulator.store.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who is calling, and by which name they reached us. */
public final class Callers {

    private Callers() {}

    /** A connection from the loopback address that no proxy has passed on for somebody else. */
    public static boolean isThisMachine(HttpServletRequest request) {
        boolean passedOn = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        try {
            // An address, not a name: nothing is looked up.
            return !passedOn && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The simulator's own address for links: {@code halle.simulator.publicUrl}, else the one the caller used. */
    public static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String own = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        return Settings.publicUrl(own);
    }

    /** Whether a browser sent this form from a page of ours; a caller that is no browser sends no Origin. */
    public static boolean fromOwnPage(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String url = request.getRequestURL().toString();
        return origin == null || url.startsWith(origin + "/");
    }
}
