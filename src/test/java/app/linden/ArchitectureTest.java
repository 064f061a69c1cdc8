package app.linden;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the rooms of docs/architecture.md: who may import whom, and who alone touches a library. A
 * room that does not stand yet breaks no rule.
 */
class ArchitectureTest {
    private static final String ROOT = "app.linden";

    private static final JavaClasses LINDEN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    /** A room, the rooms that it may import besides {@code base} and itself, and why no more. */
    private record Room(String name, List<String> imports, String because) {
        ArchRule rule() {
            List<String> allowed = new ArrayList<>(imports);
            allowed.add(name);
            allowed.add("base");
            return noClasses()
                    .that(standIn(name))
                    .should()
                    .dependOnClassesThat(
                            standIn("").and(not(standIn(allowed))).as("stand outside " + allowed))
                    .because(because)
                    .allowEmptyShould(true);
        }
    }

    /** Packages that only some rooms may touch, and why. */
    private record Fence(String what, List<String> packages, List<String> rooms, String because) {
        ArchRule rule() {
            return noClasses()
                    .that(standIn("").and(not(standIn(rooms))).as("stand outside " + rooms))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)))
                    .because(because)
                    .allowEmptyShould(true);
        }
    }

    /** The table. {@code calendar.port} is a room of its own below {@code calendar}. */
    private static final List<Room> ROOMS =
            List.of(
                    room("base", "", "everything stands on it"),
                    room("model", "", "the calendar in plain values needs nothing to run on"),
                    room("db", "", "how rows are kept is not what they mean"),
                    room("wire", "model", "client and server read the same messages"),
                    room("ical", "model", "a file format knows neither database nor network"),
                    room(
                            "layout",
                            "model",
                            "geometry without a toolkit is tested without a window"),
                    room(
                            "words",
                            "model",
                            "what a sentence means hangs on nothing but what is told with it"),
                    room(
                            "paper",
                            "layout model",
                            "pages are laid out without a window, so the command line prints too"),
                    room("store", "db model", "the cache knows no network: it works offline"),
                    room("calendar.port", "model", "a port is for others to implement"),
                    room(
                            "calendar",
                            "calendar.port store ical model",
                            "commands never wait for the network, nor know that sync exists"),
                    room(
                            "remote",
                            "wire calendar.port model",
                            "the other side never reaches into the cache; sync stands between"),
                    room(
                            "server",
                            "wire ical db model",
                            "it imports nothing of the client, so it is the test server too"),
                    room(
                            "sync",
                            "store remote wire model",
                            "sync sees neither windows nor commands; it speaks JMAP's messages,"
                                    + " since they are the same for every type"),
                    room(
                            "ui",
                            "calendar calendar.port layout words paper model",
                            "a view shows snapshots; all else reaches it through a port"),
                    room(
                            "desktop",
                            "calendar.port ui.kit",
                            "the operating system stands behind ports"),
                    room(
                            "cli",
                            "model db wire ical layout words paper store calendar.port calendar"
                                    + " remote server sync desktop",
                            "the command line works without a display"));

    private static final List<Fence> FENCES =
            List.of(
                    fence(
                            "Jackson's tree",
                            "tools.jackson.. com.fasterxml.jackson..",
                            "model wire store sync remote server ical calendar cli",
                            "views show typed values, not JSON"),
                    fence(
                            "SQL",
                            "java.sql.. javax.sql..",
                            "db",
                            "a room above asks in its own words; db alone speaks SQL's"),
                    fence("H2", "org.h2..", "db", "the database can be another one tomorrow"),
                    fence(
                            "PostgreSQL",
                            "org.postgresql.. com.zaxxer..",
                            "db",
                            "the database can be another one tomorrow"),
                    fence(
                            "iCalendar",
                            "biweekly.. com.github.mangstadt..",
                            "ical",
                            "it is lenient in ways that must be watched in one place"),
                    fence(
                            "HTTP client",
                            "okhttp3.. okio..",
                            "remote",
                            "who touches the network is seen at a glance"),
                    fence(
                            "WebSocket client",
                            "org.glassfish.tyrus.. jakarta.websocket..",
                            "remote",
                            "its deadlines and its dead peers need watching in one place"),
                    fence(
                            "server libraries",
                            "org.eclipse.jetty..",
                            "server",
                            "it costs a client its quick start"),
                    fence(
                            "mail",
                            "jakarta.mail.. org.eclipse.angus..",
                            "server",
                            "only the server writes to people"),
                    fence(
                            "password hashing",
                            "com.password4j..",
                            "server desktop",
                            "the server keeps passwords, desktop seals secrets with one"),
                    fence(
                            "JavaFX",
                            "javafx.animation.. javafx.beans.. javafx.collections.."
                                    + " javafx.concurrent.. javafx.css.. javafx.event.."
                                    + " javafx.geometry.. javafx.scene.. javafx.util.."
                                    + " com.sun.javafx..",
                            "ui",
                            "what does not draw is tested without a window"),
                    fence(
                            "JavaFX's doors to the system",
                            "javafx.stage.. javafx.application..",
                            "ui desktop",
                            "its file chooser and its way to the browser belong to desktop"),
                    fence(
                            "controls, theme and icons",
                            "org.controlsfx.. impl.org.controlsfx.. atlantafx.. org.kordamp..",
                            "ui",
                            "what does not draw is tested without a window"),
                    fence(
                            "D-Bus",
                            "org.freedesktop..",
                            "desktop",
                            "the operating system stands behind ports"),
                    fence(
                            "the keychains of Windows and macOS",
                            "com.github.javakeyring.. com.sun.jna..",
                            "desktop",
                            "the operating system stands behind ports"),
                    fence(
                            "AWT and Swing",
                            "java.awt.. javax.swing..",
                            "desktop",
                            "a second toolkit beside JavaFX brings a second event thread"),
                    fence(
                            "PDF and its fonts",
                            "org.apache.pdfbox.. org.apache.fontbox..",
                            "paper",
                            "what is printed is shapes; how a PDF writes them is one room's"
                                    + " matter"),
                    fence("picocli", "picocli..", "cli", "words are read in one place"));

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyWhatTheTableSays() {
        return ROOMS.stream().map(room -> dynamicTest(room.name(), room.rule()));
    }

    @TestFactory
    Stream<DynamicTest> aLibraryIsTouchedOnlyByItsRooms() {
        return FENCES.stream().map(fence -> dynamicTest(fence.what(), fence.rule()));
    }

    @Test
    void everyClassStandsInARoom() {
        List<String> rooms = ROOMS.stream().map(Room::name).toList();
        classes()
                .that(not(resideInAPackage(ROOT)))
                .should()
                .resideInAnyPackage(within(rooms))
                .because("a new room goes into the table first")
                .allowEmptyShould(true)
                .check(LINDEN);
    }

    @Test
    void theRootIsTheTwoMainsAlone() {
        classes()
                .that(resideInAPackage(ROOT))
                .should()
                .haveNameMatching("app\\.linden\\.((Server)?Main(\\$.*)?|package-info)")
                .because(
                        "Main is the table of contents, and ServerMain its one entry with a"
                                + " launcher of its own; all that they name stands in a room")
                .allowEmptyShould(true)
                .check(LINDEN);
    }

    @Test
    void jsonIsBoundInTwoPlacesOnly() {
        DescribedPredicate<JavaClass> bindsJson =
                resideInAnyPackage(
                                "tools.jackson.databind.json..",
                                "tools.jackson.databind.annotation..",
                                "com.fasterxml.jackson.annotation..")
                        .or(
                                nameMatching(
                                        "tools\\.jackson\\.databind\\.Object(Mapper|Reader|Writer)"));
        noClasses()
                .that(standIn("").and(not(standIn("wire"))))
                .and(not(nameMatching("app\\.linden\\.model\\.Json(\\$.*)?")))
                .should()
                .dependOnClassesThat(bindsJson)
                .because(
                        "the limits on what we read are set once, and only trees keep the"
                                + " properties that we do not know")
                .allowEmptyShould(true)
                .check(LINDEN);
    }

    @Test
    void onlyBaseStartsThreads() {
        noClasses()
                .that(not(standIn("base").or(resideInAPackage(ROOT))))
                .should()
                .accessTargetWhere(
                        accessTo(
                                "java.lang.Thread",
                                "<init>|ofVirtual|ofPlatform|startVirtualThread"))
                .orShould()
                .dependOnClassesThat(
                        nameMatching(
                                "java\\.util\\.concurrent\\.(Executors|ForkJoinPool|ThreadPoolExecutor"
                                    + "|ScheduledThreadPoolExecutor)|java\\.util\\.Timer"))
                .because("threads are few, named and owned: see base.Worker")
                .allowEmptyShould(true)
                .check(LINDEN);
    }

    @Test
    void onlyTheRelayHandsWorkToJavaFx() {
        noClasses()
                .that(not(nameMatching("app\\.linden\\.ui\\.kit\\.FxRelay(\\$.*)?")))
                .should()
                .accessTargetWhere(accessTo("javafx.application.Platform", "runLater"))
                .because("the newest snapshot wins, once a pulse; a second road would overtake it")
                .allowEmptyShould(true)
                .check(LINDEN);
    }

    /** {@code ui.shell} is not among them: it puts the parts together. */
    @TestFactory
    Stream<DynamicTest> partsOfTheWindowShareOnlyTheKit() {
        return LINDEN.stream()
                .map(JavaClass::getPackageName)
                .filter(name ->
                        name.startsWith(ROOT + ".ui.") && !name.startsWith(ROOT + ".ui.shell"))
                .map(name -> name.replaceAll("^app\\.linden\\.ui\\.(\\w+).*", "$1"))
                .distinct()
                .sorted()
                .map(part -> dynamicTest(part, partRule("ui." + part)));
    }

    private static ArchRule partRule(String part) {
        return noClasses()
                .that(standIn(part))
                .should()
                .dependOnClassesThat(
                        standIn("ui")
                                .and(not(standIn(List.of(part, "ui.kit"))))
                                .as("stand in another part of ui"))
                .because("ui.shell alone knows which parts there are");
    }

    private static DynamicTest dynamicTest(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.check(LINDEN));
    }

    private static DescribedPredicate<JavaAccess<?>> accessTo(String owner, String methods) {
        return describe(
                "the target is " + owner + "." + methods,
                access ->
                        access.getTargetOwner().getName().equals(owner)
                                && access.getName().matches(methods));
    }

    private static DescribedPredicate<JavaClass> standIn(String room) {
        return standIn(List.of(room)).as("stand in " + (room.isEmpty() ? ROOT : room));
    }

    private static DescribedPredicate<JavaClass> standIn(List<String> rooms) {
        return resideInAnyPackage(within(rooms));
    }

    /** The packages of these rooms, as ArchUnit writes them; the empty name is the whole house. */
    private static String[] within(List<String> rooms) {
        return rooms.stream()
                .map(room -> room.isEmpty() ? ROOT + ".." : ROOT + "." + room + "..")
                .toArray(String[]::new);
    }

    private static Room room(String name, String imports, String because) {
        return new Room(name, words(imports), because);
    }

    private static Fence fence(String what, String packages, String rooms, String because) {
        return new Fence(what, words(packages), words(rooms), because);
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : Arrays.asList(line.split(" "));
    }
}
