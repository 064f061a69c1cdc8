package app.linden.cli;

/** Numbers with their noun. */
final class Count {
    private Count() {}

    static String of(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
