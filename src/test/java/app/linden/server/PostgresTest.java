package app.linden.server;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the server once more, on PostgreSQL: those that write most. The rest runs with
 * -Dlinden.postgres=all.
 */
@ExtendWith(OnPostgres.class)
final class PostgresTest {
    private static final String ALL = "linden.postgres";

    @Nested
    final class Changes extends ChangesTest {}

    @Nested
    final class Events extends EventsTest {}

    @Nested
    final class Calendars extends CalendarsTest {}

    @Nested
    final class Sharing extends SharingTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Spaces extends SpacesTest {}

    @Nested
    final class Devices extends DevicesTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Invitations extends InvitationsTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Notifications extends NotificationsTest {}

    @Nested
    final class Comments extends CommentsTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Blobs extends BlobsTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Query extends QueryTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class People extends PeopleTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Mail extends MailTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class EventSource extends EventSourceTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Socket extends SocketTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Occurrences extends OccurrencesTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class HostileObjects extends HostileObjectsTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Session extends SessionTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Availability extends AvailabilityTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Probing extends ProbingTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class Errors extends ErrorsTest {}

    @Nested
    @EnabledIfSystemProperty(named = ALL, matches = "all")
    final class RightsMatrix extends RightsMatrixTest {}
}
