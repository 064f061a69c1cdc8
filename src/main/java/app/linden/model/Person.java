package app.linden.model;

/**
 * Somebody whom a server knows (a Principal, RFC 9670, 2).
 *
 * @param id the server's
 * @param email empty when the server does not tell it
 * @param address the calendarAddress by which participants of events mean this person, may be empty
 * @param shareable whether calendars can be shared with them
 */
public record Person(String id, String name, String email, String address, boolean shareable) {
    /** What a person reads: the name, or what else tells who it is. */
    public String shown() {
        return name.isBlank() ? (email.isBlank() ? id : email) : name;
    }
}
