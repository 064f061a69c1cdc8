package app.linden.remote;

import app.linden.base.Problem;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/** Why a server was not reached, in a sentence. */
final class Unreachable {
    private Unreachable() {}

    static Problem because(IOException e) {
        String sentence =
                switch (e) {
                    case UnknownHostException u ->
                            "The server’s name is not known, or this computer is offline.";
                    case ConnectException c -> "The server cannot be reached.";
                    case SSLException s ->
                            "The connection is not safe, so Linden stopped: " + s.getMessage();
                    case InterruptedIOException t -> "The server takes too long to answer.";
                    default -> "The connection to the server broke.";
                };
        return new Problem(Problem.Kind.TRY_LATER, sentence, e);
    }
}
