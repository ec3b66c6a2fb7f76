package muster.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// How records of a type are taken apart and put together again.
final class Makeup {
    private static final ClassValue<Makeup> OF = new ClassValue<>() {
        @Override
        protected Makeup computeValue(Class<?> type) {
            return new Makeup(type);
        }
    };

    private final Constructor<?> constructor;
    private final Method[] accessors;

    private Makeup(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor", e);
        }
    }

    static Makeup of(Class<?> type) {
        return OF.get(type);
    }

    int size() {
        return accessors.length;
    }

    /// @throws IllegalArgumentException if it does not let itself be looked at
    Object part(Object record, int n) {
        try {
            return accessors[n].invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getClass().getName() + " does not show its parts", e);
        }
    }

    /// @throws IllegalArgumentException if these are no parts of such a record
    Object whole(Object[] parts) {
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(constructor.getDeclaringClass().getName() + " refuses its parts", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(constructor.getDeclaringClass().getName() + " cannot be made", e);
        }
    }
}
