package app.linden.model;

/**
 * The times of a day that a rule wants, as hours by minutes by seconds: its size can be 86,400, so
 * it is counted, not listed.
 */
final class TimeGrid {
    private int[] hours;
    private int[] minutes;
    private int[] seconds;

    /** Sets of bits; an empty one stands for all. */
    TimeGrid(long hours, long minutes, long seconds) {
        this.hours = list(hours, 24);
        this.minutes = list(minutes, 60);
        this.seconds = list(seconds, 60);
    }

    void onlyHour(int hour) {
        hours = one(hours, hour);
    }

    void onlyMinute(int minute) {
        minutes = one(minutes, minute);
    }

    void onlySecond(int second) {
        seconds = one(seconds, second);
    }

    int size() {
        return hours.length * minutes.length * seconds.length;
    }

    /** The second of the day at this place in the order of time. */
    int at(int index) {
        int s = index % seconds.length;
        int rest = index / seconds.length;
        return hours[rest / minutes.length] * 3600
                + minutes[rest % minutes.length] * 60
                + seconds[s];
    }

    /** How many are before this second of the day. */
    int before(int second) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] one(int[] before, int value) {
        int[] list = before.length == 1 ? before : new int[1];
        list[0] = value;
        return list;
    }

    private static int[] list(long bits, int most) {
        long wanted = bits == 0 ? (1L << most) - 1 : bits;
        int[] list = new int[Long.bitCount(wanted)];
        for (int i = 0; i < list.length; i++, wanted &= wanted - 1) {
            list[i] = Long.numberOfTrailingZeros(wanted);
        }
        return list;
    }
}
