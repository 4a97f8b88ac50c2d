package fr.halle.notification.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server on a socket of this machine that answers as it is told, and at one step as a test wants it. */
final class ContraryMailServer implements AutoCloseable {

    /** @param at the command that gets {@code answer}: {@code CONNECT}, {@code MAIL}, {@code RCPT}, {@code DATA}, {@code END} */
    record Whim(String at, String answer) {}

    /** No answer at all, and the line stays open. */
    static final String SILENCE = "";

    /** The usual answer comes after six seconds. */
    static final String LATE = "LATE";

    /** The line is cut. */
    static final String CUT = "CUT";

    private final ServerSocket socket;
    private final Whim whim;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    ContraryMailServer(Whim whim) throws IOException {
        this.whim = whim;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::listen, "contrary-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int taken() {
        return taken.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> talk(client), "contrary-mail-client");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The test closed the server.
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            boolean open = answer(client, "CONNECT", "220 contrary");
            boolean letter = false;
            for (String line = in.readLine(); open && line != null; line = in.readLine()) {
                if (letter) {
                    letter = !line.equals(".");
                    open = letter || answer(client, "END", "250 taken");
                    continue;
                }
                String command = line.split("[ :]", 2)[0];
                letter = command.equals("DATA") && !whim.at().equals("DATA");
                open = answer(client, command, command.equals("DATA") ? "354 go on" : "250 ok");
            }
        } catch (IOException e) {
            // The client gave up, as it should.
        }
    }

    private boolean answer(Socket client, String step, String usual) throws IOException {
        String answer = whim.at().equals(step) ? whim.answer() : usual;
        if (answer.equals(LATE)) {
            LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
            answer = usual;
        }
        if (answer.equals(CUT)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            if (step.equals("END") && answer.startsWith("2")) {
                taken.incrementAndGet();
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
