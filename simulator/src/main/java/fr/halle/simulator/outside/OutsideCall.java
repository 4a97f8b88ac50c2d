package fr.halle.simulator.outside;

import java.util.Map;

/**
 * One HTTP call, as plain text.
 *
 * @param target the path below the outside system's address, with its query, as it was sent: what is signed
 * @param headers by their names in small letters
 */
public record OutsideCall(String method, String target, Map<String, String> headers, String body) {

    public OutsideCall {
        headers = Map.copyOf(headers);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** A parameter of the query, empty where it is missing. What the contract allows there needs no escaping. */
    String query(String name) {
        int query = target.indexOf('?');
        if (query >= 0) {
            for (String pair : target.substring(query + 1).split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
        }
        return "";
    }
}
