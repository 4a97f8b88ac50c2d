package fr.halle.whole;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says exactly what a test wants to say, any Host header and forged ones included, which Java's own client refuses to send. One
 * request for each connection.
 */
final class Http {

    private final RunningShop shop;
    private final String host;

    private Http(RunningShop shop, String host) {
        this.shop = shop;
        this.host = host;
    }

    /** @param headers by name in lower case */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static Http of(RunningShop shop, String portal) {
        return new Http(shop, shop.host(portal));
    }

    /** By any name that a test wants to call the shop. */
    static Http at(RunningShop shop, String host) {
        return new Http(shop, host);
    }

    Answer get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    /** @param headers such as {@code Origin: http://evil.example}; the body is cut up already where they say that it is chunked */
    Answer ask(String method, String path, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> head =
                new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: " + host, "Connection: close"));
        head.addAll(List.of(headers));
        if (!method.equals("GET") && !head.contains("Transfer-Encoding: chunked")) {
            head.add("Content-Length: " + bytes.length);
        }
        try (Socket socket = new Socket("127.0.0.1", shop.port())) {
            socket.getOutputStream().write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        byte[] body = chunked ? chunks(in) : in.readAllBytes();
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            whole.write(in.readNBytes(size));
            line(in);
        }
        return whole.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character >= 0 && character != '\n'; character = in.read()) {
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
