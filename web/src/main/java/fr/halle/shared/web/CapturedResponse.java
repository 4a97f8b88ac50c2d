package fr.halle.shared.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes an answer to memory, to be kept and sent again. What turns out not to be a plain 200 goes straight through. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private boolean passed;

    /** What is kept of an answer. */
    record Answer(String contentType, byte[] body) {

        void writeTo(HttpServletResponse response) throws IOException {
            response.setContentType(contentType);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** @return null where the answer was an error or a redirection, which has been sent already or is sent now */
    @Nullable
    Answer answer() throws IOException {
        if (passed) {
            return null;
        }
        if (writer != null) {
            writer.flush();
        }
        String type = getContentType();
        if (getStatus() == SC_OK && bytes.size() > 0 && type != null) {
            return new Answer(type, bytes.toByteArray());
        }
        if (bytes.size() > 0) {
            getResponse().getOutputStream().write(bytes.toByteArray());
        }
        return null;
    }

    @Override
    public void sendError(int status) throws IOException {
        passed = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        passed = true;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        passed = true;
        super.sendRedirect(location);
    }

    @Override
    public void setContentLength(int length) {
        // Known once everything is written.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Known once everything is written.
    }

    @Override
    public void flushBuffer() {
        // Nothing is sent before it is whole.
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Memory(bytes);
        }
        return stream;
    }

    private static final class Memory extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        Memory(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes.write(buffer, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Pages are not written asynchronously");
        }
    }
}
