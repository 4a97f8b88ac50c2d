package fr.halle.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Nobody sends us more than a megabyte: what announces more is refused at once, what sends more without saying so is cut off. Only a
 * conversation takes files: there we read on, to say which one is too large and to lose nothing that was written beside it.
 */
public class BodyLimit extends HttpFilter {

    public static final long MOST_BYTES = 1_048_576;

    /** What a form with files may hold, be it refused then: three times what may go with a message. */
    public static final long MOST_WITH_FILES = 80_000_000;

    private static final long serialVersionUID = 1;
    private static final Set<String> WITH_FILES = Set.of("/pro/sales/say", "/conversation/say");
    private static final String PROBLEM =
            "{\"type\":\"/problems/body-too-large\",\"title\":\"Body too large\",\"status\":413}";

    /** Thrown while reading, so that what was read is thrown away. */
    public static class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("More than " + MOST_BYTES + " bytes");
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isTooLong(request)) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            response.setContentType("application/problem+json");
            response.setHeader("Connection", "close");
            response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Limited(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether it announces more than it may hold. */
    static boolean isTooLong(HttpServletRequest request) {
        long most = WITH_FILES.contains(request.getRequestURI()) ? MOST_WITH_FILES : MOST_BYTES;
        return request.getContentLengthLong() > most;
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream());
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream source;
        private long read;

        Counting(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int value = source.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int many = source.read(buffer, offset, length);
            count(Math.max(0, many));
            return many;
        }

        private void count(int many) throws TooLarge {
            read += many;
            if (read > MOST_BYTES) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
