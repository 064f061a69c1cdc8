package app.linden.ui;

import app.linden.calendar.port.Protection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Says what the test wants; passphrases stand in a list, answers are given by the test. */
public final class PretendProtection implements Protection {
    public Place place = Place.KEYCHAIN;
    public boolean encrypted = true;
    public final List<String> sealed = new ArrayList<>();
    public CompletableFuture<Void> answer = new CompletableFuture<>();

    @Override
    public Place place() {
        return place;
    }

    @Override
    public boolean encrypted() {
        return encrypted;
    }

    @Override
    public CompletableFuture<Void> seal(String passphrase) {
        sealed.add(passphrase);
        return answer;
    }
}
