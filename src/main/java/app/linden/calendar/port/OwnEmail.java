package app.linden.calendar.port;

/**
 * The e-mail address by which a forgotten password is helped.
 *
 * @param address empty where there is none
 * @param confirmed whether the link that was sent there was followed
 * @param offered whether the server sends mail at all
 */
public record OwnEmail(String address, boolean confirmed, boolean offered) {}
