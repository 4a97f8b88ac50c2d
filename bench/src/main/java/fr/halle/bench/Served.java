package fr.halle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** How long requests were inside the server, as its flight recorder noted it: no network, and none of the bench's own work. */
final class Served {

    private record Request(Instant began, double millis) {}

    private final List<Request> requests = new ArrayList<>();

    /** Reads what the shop has written down; it does when it stops. */
    Served(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("fr.halle.Served")) {
                    requests.add(new Request(
                            event.getStartTime(), event.getDuration().toNanos() / 1e6));
                }
            }
        }
    }

    /** @return milliseconds; what began between the two instants counts */
    double percentile(int percent, Instant from, Instant to) {
        double[] millis = requests.stream()
                .filter(request ->
                        !request.began().isBefore(from) && request.began().isBefore(to))
                .mapToDouble(Request::millis)
                .sorted()
                .toArray();
        if (millis.length == 0) {
            throw new IllegalStateException("the server noted no request between " + from + " and " + to + ", "
                    + Duration.between(from, to).toSeconds() + " s");
        }
        return millis[(int) Math.min(millis.length - 1L, (long) millis.length * percent / 100)];
    }
}
