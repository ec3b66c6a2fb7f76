package muster.kernel;

/// Something from outside is not what it should be; says which field and what is wrong with it.
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public Malformed(String field, String words) {
        super(words);
        this.field = field;
    }

    /// Where: `command.options[1].text`; empty for the whole.
    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        String words = String.valueOf(super.getMessage());
        return field.isEmpty() ? words : field + ": " + words;
    }
}
