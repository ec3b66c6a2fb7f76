package muster.kernel;

/// What kind of value follows in a written fold. The numbers mean nothing beyond one build.
final class Mark {
    static final int FALSE = 0;
    static final int TRUE = 1;
    static final int INTEGER = 2;
    static final int LONG = 3;
    /// UTF-8.
    static final int TEXT = 4;
    /// UTF-16, for what no UTF-8 can say: halves of characters.
    static final int UNITS = 5;
    static final int INSTANT = 6;
    static final int DURATION = 7;
    /// Nothing there: an empty `Optional`.
    static final int EMPTY = 8;
    static final int PRESENT = 9;
    static final int ABSENT = 10;
    static final int CONTENT = 11;
    static final int LIST = 12;
    static final int SET = 13;
    static final int MAP = 14;
    static final int PERSISTENT_SET = 15;
    static final int TABLE = 16;
    static final int ALARMS = 17;
    static final int ENUM = 18;
    static final int RECORD = 19;
    static final int ID = 20;
    /// An id that was written before, by its number.
    static final int ID_AGAIN = 21;

    private Mark() {}
}
