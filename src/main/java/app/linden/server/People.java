package app.linden.server;

/**
 * What happens to the people of a server as a whole. Thread-safe; calls block until safe on disk.
 */
final class People {
    private final Commits commits;
    private final Hub hub;

    People(Commits commits, Hub hub) {
        this.commits = commits;
        this.hub = hub;
    }

    /**
     * Gives somebody another password; their other devices are signed out.
     *
     * @throws Refused 400 for a password that cannot be taken
     */
    void changePassword(Caller caller, String password) {
        try {
            Accounts.checkPassword(password);
        } catch (app.linden.base.Problem e) {
            throw Refused.own(400, "invalid", app.linden.base.Problem.sentence(e));
        }
        String hash = Passwords.hash(password);
        String id = caller.principal().id();
        commits.run(desk -> {
            desk.sql.update("UPDATE principal SET password = ? WHERE id = ?", hash, id);
            for (DeviceRows.Device device : DeviceRows.of(desk.sql, id)) {
                if (!device.id().equals(caller.deviceId())) {
                    DeviceRows.delete(desk.sql, device.id());
                }
            }
            return true;
        });
        hub.endOthers(id, caller.deviceId());
    }
}
