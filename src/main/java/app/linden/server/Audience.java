package app.linden.server;

import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who hears of a change in an account: those who can see what changed, as it was or as it is. */
final class Audience {
    private final @Nullable String ownerId;
    private final Map<String, List<ShareRows.Share>> shares = new HashMap<>();
    private final Map<String, Set<String>> answers = new HashMap<>();

    private Audience(@Nullable String ownerId) {
        this.ownerId = ownerId;
    }

    static Audience of(Sql sql, String accountId) {
        Audience audience =
                new Audience(
                        AccountRows.find(sql, accountId)
                                .map(AccountRows.Stored::ownerId)
                                .orElse(null));
        for (ShareRows.Share share : ShareRows.ofAccount(sql, accountId)) {
            audience.shares.computeIfAbsent(share.calendarId(), c -> new ArrayList<>()).add(share);
        }
        return audience;
    }

    Set<String> of(String type, @Nullable Where before, @Nullable Where after) {
        // A batch of two hundred events mostly says the same two hundred times.
        return answers.computeIfAbsent(
                type + " " + Where.write(before) + " " + Where.write(after),
                k -> find(type, before, after));
    }

    private Set<String> find(String type, @Nullable Where before, @Nullable Where after) {
        Set<String> principals = new HashSet<>();
        if (ownerId != null) {
            principals.add(ownerId);
        }
        for (Where where : new @Nullable Where[] {before, after}) {
            if (where == null || where.secret()) {
                continue;
            }
            for (String calendar : where.calendars()) {
                for (ShareRows.Share share : shares.getOrDefault(calendar, List.of())) {
                    if (type.equals(Types.CALENDAR)
                            ? Access.maySee(share.rights())
                            : Access.mayRead(share.rights())) {
                        principals.add(share.principalId());
                    }
                }
            }
        }
        return principals;
    }
}
