package fr.halle.identity.service;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the request of this thread comes from, for the {@link Audit}: the network and not the machine, since that tells a stranger
 * from the shop next door and is less about a person.
 */
public final class Whence {

    private static final ThreadLocal<@Nullable String> NETWORK = new ThreadLocal<>();
    private static final int GROUPS_KEPT = 3;

    private Whence() {}

    /** Whoever calls this calls {@link #forget} when the request is over. @param address as the server names the peer */
    public static void comesFrom(String address) {
        NETWORK.set(networkOf(address));
    }

    public static void forget() {
        NETWORK.remove();
    }

    /** Null for the clock, a listener, and whatever else is no request. */
    static @Nullable String network() {
        return NETWORK.get();
    }

    /** {@code 192.0.2.*} of an IPv4 address, {@code 2001:db8:1::*} of an IPv6 one. */
    static String networkOf(String address) {
        int dot = address.lastIndexOf('.');
        if (dot > 0 && address.indexOf(':') < 0) {
            return address.substring(0, dot) + ".*";
        }
        String[] groups = address.split("::", 2)[0].split(":");
        return String.join(":", Arrays.copyOf(groups, Math.min(groups.length, GROUPS_KEPT))) + "::*";
    }
}
