package fr.halle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver's way to a database of the same machine, as a server at the other end sees it. */
class TheDatabaseIsReachedByItsSocketTest {

    @TempDir
    private Path folder;

    private ServerSocketChannel listening;
    private Socket socket;
    private SocketChannel server;

    @BeforeEach
    void connect() throws IOException {
        Path file = folder.resolve(".s.PGSQL.5432");
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(file));
        socket = new SocketFile(file.toString()).createSocket();
        // As the driver does: it knows an address only.
        socket.connect(new InetSocketAddress("127.0.0.1", 5432), 5000);
        server = listening.accept();
    }

    @AfterEach
    void end() throws IOException {
        socket.close();
        server.close();
        listening.close();
    }

    @Test
    void whatIsAskedArrivesAndWhatIsAnsweredComesBack() throws IOException {
        byte[] much = "x".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
        Thread asking = new Thread(() -> ask(much));
        asking.start();
        ByteBuffer heard = ByteBuffer.allocate(much.length);
        while (heard.hasRemaining()) {
            assertThat(server.read(heard)).isPositive();
        }
        assertThat(heard.array()).isEqualTo(much);
        says("é");
        assertThat(socket.getInputStream().readNBytes(2)).isEqualTo("é".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoWaitsForAnAnswerNoLongerThanHeSaidMayGoOn() throws IOException {
        socket.setSoTimeout(20);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        says("late");
        assertThat(socket.getInputStream().read()).isEqualTo('l');
        socket.setSoTimeout(0);
        assertThat(socket.getInputStream().read()).isEqualTo('a');
    }

    @Test
    void aServerThatDiesEndsTheConnection() throws IOException {
        server.close();
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThatThrownBy(() -> socket.getOutputStream().write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsClosedReadsNothing() throws IOException {
        socket.close();
        assertThat(socket.isClosed()).isTrue();
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class);
    }

    @Test
    void wherePathsAreTooLongItIsNotTaken() throws IOException {
        assertThat(SocketFile.leadsTo(folder.resolve(".s.PGSQL.5432"))).isTrue();
        assertThat(SocketFile.leadsTo(folder.resolve(".s.PGSQL.5433"))).isFalse();
        Path deep = Files.createDirectories(folder.resolve("é".repeat(60)));
        Path file = Files.createFile(deep.resolve(".s.PGSQL.5432"));
        assertThat(SocketFile.leadsTo(file)).isFalse();
    }

    private void ask(byte[] what) {
        try {
            socket.getOutputStream().write(what);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void says(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            server.write(bytes);
        }
    }
}
