package muster.server.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record that is one text in a file; it has a public static `parse(String)` that refuses with an
/// [IllegalArgumentException] whose sentence is read after the field.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Spelled {
    /// What the text looks like: a regular expression for the JSON Schema.
    String pattern();

    /// For people: `3min to 12min`.
    String example();
}
