package app.linden.db;

import java.nio.file.Path;

/** Encrypts a file in a process that dies after a step. Arguments: folder, name, key, step. */
final class HaltedEncryption {
    static final int DIED = 9;

    private HaltedEncryption() {}

    public static void main(String[] arguments) throws Exception {
        Encryption.Step last = Encryption.Step.valueOf(arguments[3]);
        new Encryption(
                        Path.of(arguments[0]),
                        arguments[1],
                        step -> {
                            if (step == last) {
                                Runtime.getRuntime().halt(DIED);
                            }
                        })
                .encrypt(arguments[2].toCharArray());
    }
}
