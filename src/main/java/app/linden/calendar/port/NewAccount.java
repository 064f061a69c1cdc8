package app.linden.calendar.port;

/**
 * What somebody wants an account with.
 *
 * @param server its address
 * @param name what others see
 * @param login what one signs in with
 * @param invitation a link, empty where none is needed
 */
public record NewAccount(
        String server, String name, String login, String password, String invitation) {}
