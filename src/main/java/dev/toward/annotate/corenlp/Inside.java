package dev.toward.annotate.corenlp;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What CoreNLP's tagger keeps to itself, by the names that it has in CoreNLP 4.5. There is no other way to its tables, and read by its own
 * code they are a million small objects.
 */
final class Inside {
    private Inside() {}

    /** What a field holds; never null where it is used. */
    static Object get(Object owner, String field) {
        try {
            return field(owner, field).get(owner);
        } catch (IllegalAccessException e) {
            throw notThatVersion(e);
        }
    }

    static void set(Object owner, String field, Object value) {
        try {
            field(owner, field).set(owner, value);
        } catch (IllegalAccessException e) {
            throw notThatVersion(e);
        }
    }

    private static Field field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw notThatVersion(e);
        }
    }

    static Method method(Class<?> owner, String name, Class<?>... arguments) {
        try {
            Method method = owner.getDeclaredMethod(name, arguments);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw notThatVersion(e);
        }
    }

    static Object call(Method method, Object owner, Object... arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw notThatVersion(e);
        }
    }

    private static IllegalStateException notThatVersion(ReflectiveOperationException e) {
        return new IllegalStateException("the tagger is not that of CoreNLP 4.5", e);
    }
}
