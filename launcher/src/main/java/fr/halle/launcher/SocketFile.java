package fr.halle.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Leads the database's driver to a PostgreSQL of the same machine by the file of its socket instead of TCP, which saves a
 * twenty-fifth of what a purchase costs (docs/performance.md). The driver makes one by its name, with the file's path.
 */
public final class SocketFile extends SocketFactory {

    /** What the kernel's address of a socket holds, in bytes; its last is the end. */
    private static final int LONGEST = 107;

    private final Path file;

    /** Called by the driver. */
    public SocketFile(String file) {
        this.file = Path.of(file);
    }

    /** Whether this machine and its kernel can lead to the file. */
    static boolean leadsTo(Path file) {
        return Files.exists(file) && file.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    @Override
    public Socket createSocket() throws IOException {
        return new LocalSocket(new Line(file));
    }

    @Override
    public Socket createSocket(@Nullable String host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(@Nullable String host, int port, InetAddress from, int fromPort) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw unconnected();
    }

    private static SocketException unconnected() {
        return new SocketException("the driver asks for a socket first and connects it then");
    }

    private static final class LocalSocket extends Socket {
        LocalSocket(SocketImpl line) throws SocketException {
            super(line);
        }
    }

    /**
     * The connection. Of its options the timeout of a read is kept; the others are TCP's and mean nothing here.
     */
    private static final class Line extends SocketImpl {

        private final Path file;
        private final Map<Integer, Object> options = new HashMap<>(Map.of(
                SocketOptions.SO_TIMEOUT,
                0,
                SocketOptions.TCP_NODELAY,
                true,
                SocketOptions.SO_KEEPALIVE,
                false,
                SocketOptions.SO_SNDBUF,
                1 << 16,
                SocketOptions.SO_RCVBUF,
                1 << 16));
        private @Nullable SocketChannel channel;

        Line(Path file) {
            this.file = file;
        }

        private SocketChannel open() throws SocketException {
            SocketChannel now = channel;
            if (now == null) {
                throw new SocketException("not connected");
            }
            return now;
        }

        @Override
        protected void create(boolean stream) throws IOException {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        }

        @Override
        protected void connect(@Nullable SocketAddress ignored, int timeout) throws IOException {
            open().connect(UnixDomainSocketAddress.of(file));
        }

        @Override
        protected void connect(@Nullable String host, int ignored) throws IOException {
            connect((SocketAddress) null, 0);
        }

        @Override
        protected void connect(InetAddress address, int ignored) throws IOException {
            connect((SocketAddress) null, 0);
        }

        @Override
        protected InputStream getInputStream() throws IOException {
            SocketChannel from = open();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    awaitAnswer(from);
                    return from.read(ByteBuffer.wrap(bytes, offset, length));
                }
            };
        }

        /** @throws SocketTimeoutException where whoever reads told how long he waits, and it is over */
        private void awaitAnswer(SocketChannel from) throws IOException {
            if (!(options.get(SocketOptions.SO_TIMEOUT) instanceof Integer millis) || millis == 0) {
                return;
            }
            try (Selector selector = from.provider().openSelector()) {
                from.configureBlocking(false);
                from.register(selector, SelectionKey.OP_READ);
                if (selector.select(millis) == 0) {
                    throw new SocketTimeoutException("no answer within " + millis + " ms");
                }
            } finally {
                from.configureBlocking(true);
            }
        }

        @Override
        protected OutputStream getOutputStream() throws IOException {
            SocketChannel to = open();
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
                    while (rest.hasRemaining()) {
                        to.write(rest);
                    }
                }
            };
        }

        @Override
        protected void close() throws IOException {
            SocketChannel now = channel;
            if (now != null) {
                now.close();
            }
        }

        @Override
        public void setOption(int option, Object value) {
            options.put(option, value);
        }

        @Override
        public @Nullable Object getOption(int option) {
            return options.get(option);
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void bind(InetAddress host, int port) throws IOException {
            throw neverListens();
        }

        @Override
        protected void listen(int backlog) throws IOException {
            throw neverListens();
        }

        @Override
        protected void accept(SocketImpl other) throws IOException {
            throw neverListens();
        }

        @Override
        protected void sendUrgentData(int data) throws IOException {
            throw neverListens();
        }

        private static SocketException neverListens() {
            return new SocketException("a connection to the database neither listens nor urges");
        }
    }
}
