package app.linden.cli;

import app.linden.model.SyncState;
import app.linden.model.SyncState.Phase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** How it stands over several sign-ins, as one state; a pure function. */
final class Together {
    /** What a person has to know first stands first. */
    private static final List<Phase> GRAVEST_FIRST =
            List.of(Phase.SIGNED_OUT, Phase.OFFLINE, Phase.SYNCING, Phase.IDLE, Phase.LOCAL_ONLY);

    private Together() {}

    /** The gravest phase with its reason; what waits in sum; the server silent for longest. */
    static SyncState of(Collection<SyncState> states) {
        SyncState gravest =
                GRAVEST_FIRST.stream()
                        .flatMap(p -> states.stream().filter(s -> s.phase() == p))
                        .findFirst()
                        .orElse(SyncState.LOCAL);
        Instant heard =
                states.stream()
                        .map(SyncState::heard)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
        return new SyncState(
                gravest.phase(),
                heard,
                states.stream().mapToInt(SyncState::waiting).sum(),
                states.stream().mapToInt(SyncState::parked).sum(),
                // Every sign-in reports those of the whole device.
                states.stream().mapToInt(SyncState::conflicts).max().orElse(0),
                gravest.reason(),
                states.stream()
                        .map(SyncState::progress)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
