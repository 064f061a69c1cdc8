package app.linden.calendar.care;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Java's flight recorder saw, when it runs: how the time was spent, without the events that
 * name files, addresses, variables of the environment or other programs.
 */
final class FlightRecording {
    private static final List<String> KEPT =
            List.of(
                    "jdk.ExecutionSample",
                    "jdk.NativeMethodSample",
                    "jdk.CPULoad",
                    "jdk.ThreadCPULoad",
                    "jdk.GarbageCollection",
                    "jdk.GCHeapSummary",
                    "jdk.GCPhasePause",
                    "jdk.JavaMonitorEnter",
                    "jdk.JavaMonitorWait",
                    "jdk.ThreadPark",
                    "jdk.Compilation",
                    "jdk.ObjectAllocationSample",
                    "jdk.PhysicalMemory",
                    "jdk.ResidentSetSize",
                    "jdk.SafepointBegin");

    private FlightRecording() {}

    /** Empty where none runs. */
    static Optional<Piece> piece() throws IOException {
        if (!FlightRecorder.isInitialized()
                || FlightRecorder.getFlightRecorder().getRecordings().isEmpty()) {
            return Optional.empty();
        }
        Path whole = Files.createTempFile("linden-", ".jfr");
        Path kept = whole.resolveSibling(whole.getFileName() + ".kept");
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            snapshot.dump(whole);
            try (RecordingFile file = new RecordingFile(whole)) {
                file.write(kept, event -> KEPT.contains(event.getEventType().getName()));
            }
            return Optional.of(new Piece("recording.jfr", Files.readAllBytes(kept)));
        } finally {
            Files.deleteIfExists(whole);
            Files.deleteIfExists(kept);
        }
    }
}
