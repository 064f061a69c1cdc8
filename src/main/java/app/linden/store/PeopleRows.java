package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Directory;
import app.linden.model.Person;

import java.util.HashMap;
import java.util.Map;

/** Rows of the tables server_side, person and account_owner. */
final class PeopleRows {
    private static final int LONGEST = 1000;

    private PeopleRows() {}

    static Directory all(Sql sql) {
        Map<String, Map<String, Person>> people = new HashMap<>();
        sql.list(
                "SELECT login_id, id, name, email, address, shareable FROM person",
                r ->
                        people.computeIfAbsent(r.text(1), k -> new HashMap<>())
                                .put(
                                        r.text(2),
                                        new Person(
                                                r.text(2), r.text(3), r.text(4), r.text(5),
                                                r.flag(6))));
        Map<String, Directory.Server> servers = new HashMap<>();
        sql.list(
                "SELECT login_id, me, lists, lets FROM server_side",
                r ->
                        servers.put(
                                r.text(1),
                                new Directory.Server(
                                        r.text(2),
                                        r.flag(3),
                                        r.flag(4),
                                        people.getOrDefault(r.text(1), Map.of()))));
        Map<String, String> owners = new HashMap<>();
        sql.list(
                "SELECT account_id, principal_id FROM account_owner",
                r -> owners.put(r.text(1), r.text(2)));
        return new Directory(servers, owners);
    }

    /** Makes what is known of a sign-in's server what is given. */
    static void save(Sql sql, String loginId, Directory.Server server) {
        sql.update(
                "MERGE INTO server_side (login_id, me, lists, lets) KEY (login_id) VALUES (?, ?, ?,"
                        + " ?)",
                loginId,
                server.me(),
                server.lists(),
                server.lets());
        sql.update("DELETE FROM person WHERE login_id = ?", loginId);
        server.people()
                .values()
                .forEach(p ->
                        sql.update(
                                "INSERT INTO person (login_id, id, name, email, address, shareable)"
                                        + " VALUES (?, ?, ?, ?, ?, ?)",
                                loginId,
                                p.id(),
                                cut(p.name()),
                                cut(p.email()),
                                cut(p.address()),
                                p.shareable()));
    }

    static void saveOwner(Sql sql, String accountId, String principalId) {
        sql.update(
                "MERGE INTO account_owner (account_id, principal_id) KEY (account_id) VALUES (?,"
                        + " ?)",
                accountId,
                principalId);
    }

    /** What was known of an account's people goes with it. */
    static void removeAccount(Sql sql, String accountId) {
        sql.update("DELETE FROM account_owner WHERE account_id = ?", accountId);
        sql.update("DELETE FROM happening WHERE account_id = ?", accountId);
    }

    static void removeLogin(Sql sql, String loginId) {
        sql.update("DELETE FROM server_side WHERE login_id = ?", loginId);
        sql.update("DELETE FROM person WHERE login_id = ?", loginId);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
