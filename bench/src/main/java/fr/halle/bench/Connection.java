package fr.halle.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection. A library's client costs more CPU than the shop's answer, and both share two cores here, so
 * this one does just what the bench needs: one request at a time, length-delimited or chunked answers, a new connection where the
 * server says that it closes this one (Payara does after 256 requests).
 */
final class Connection implements AutoCloseable {

    /** Status and body of an answer. @param session the cookie of the session that it opened, or empty */
    record Answer(int status, String session, String body) {

        /** The text of {@code "name":"…"}, enough for the ids that the bench reads. */
        String field(String name) {
            int at = body.indexOf("\"" + name + "\":\"");
            if (at < 0) {
                throw new IllegalStateException("no " + name + " in " + status + " " + body);
            }
            int from = at + name.length() + 4;
            return body.substring(from, body.indexOf('"', from));
        }
    }

    private final int port;
    private final String host;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;

    Connection(int port, String host) throws IOException {
        this.port = port;
        this.host = host;
        open();
    }

    private void open() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        closing = false;
    }

    Answer get(String path) throws IOException {
        return ask("GET", path, "", null);
    }

    /** @param headers complete lines, each with its line end, or empty */
    Answer ask(String method, String path, String headers, @Nullable String json) throws IOException {
        return ask(method, path, headers, "application/json", json);
    }

    /** @param sent of the media type, null to send nothing */
    Answer ask(String method, String path, String headers, String type, @Nullable String sent) throws IOException {
        if (closing) {
            socket.close();
            open();
        }
        byte[] body = sent == null ? new byte[0] : sent.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept-Language: fr\r\n" + headers
                + (sent == null ? "" : "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        out.flush();
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        String session = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                closing = lower.contains("close");
            } else if (lower.startsWith("set-cookie: halle_session=")) {
                session = header.substring("set-cookie: ".length()).split(";")[0];
            }
        }
        if (!chunked) {
            return new Answer(status, session, text(in.readNBytes(length)));
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(in.readNBytes(size)));
            line();
        }
        line();
        return new Answer(status, session, body.toString());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the shop closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
