package fr.halle.shared.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machines in front whose word is taken for who asks. Anybody can write {@code X-Forwarded-For}: an entry counts when one of
 * them wrote it, which is the last that is not one of them itself.
 */
final class Proxies {

    /** Written in figures: nothing here may ask a name server. */
    private static final Pattern IN_FIGURES = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int BITS = 8;

    private final List<Net> nets;

    /** Addresses whose first bits are these. */
    private record Net(byte[] address, int bits) {

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (BITS - 1 - bit % BITS);
                if ((address[bit / BITS] & mask) != (other[bit / BITS] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param list addresses and nets with commas between, such as {@code 127.0.0.1, 10.0.0.0/8, fd00::/8}; may be empty
     * @throws IllegalArgumentException when one is neither
     */
    Proxies(String list) {
        nets = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Proxies::net)
                .toList();
    }

    private static Net net(String text) {
        String[] parts = text.split("/", 2);
        byte[] address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("halle.proxy: " + text + " is no address"));
        int most = address.length * BITS;
        int bits = parts.length == 1 ? most : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("halle.proxy: " + text + " is no net");
        }
        return new Net(address, bits);
    }

    /**
     * Who asks.
     *
     * @param peer the address that the connection comes from
     * @param forwarded the values of {@code X-Forwarded-For}, in their order
     * @return the peer itself where it is none of the proxies, or where they said nothing that can be read
     */
    String client(String peer, List<String> forwarded) {
        if (!holds(peer)) {
            return peer;
        }
        List<String> way = new ArrayList<>();
        forwarded.forEach(value -> way.addAll(Arrays.asList(value.split(","))));
        Collections.reverse(way);
        String nearest = peer;
        for (String hop : way) {
            String address = hop.strip();
            if (address(address).isEmpty()) {
                return nearest;
            }
            nearest = address;
            if (!holds(address)) {
                return address;
            }
        }
        return nearest;
    }

    private boolean holds(String text) {
        return !nets.isEmpty()
                && address(text)
                        .filter(address -> nets.stream().anyMatch(net -> net.holds(address)))
                        .isPresent();
    }

    private static Optional<byte[]> address(@Nullable String text) {
        if (text == null || !IN_FIGURES.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
