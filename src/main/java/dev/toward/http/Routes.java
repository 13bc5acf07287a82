package dev.toward.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every path that is answered, each spelt out, and its methods. Filled before the server starts, only read after. */
final class Routes {
    private final RoutesConfig javalin;
    private final Map<String, SortedSet<String>> methods = new TreeMap<>();
    private final Set<String> reading = new HashSet<>();

    Routes(RoutesConfig javalin) {
        this.javalin = javalin;
    }

    void get(String path, Handler handler) {
        javalin.get(path, handler);
        add("GET", path);
    }

    void post(String path, Handler handler) {
        javalin.post(path, handler);
        add("POST", path);
    }

    /** As {@link #post}, where the answer takes a thread that reads: with too much waiting for those, it is refused before it is taken in. */
    void postToRead(String path, Handler handler) {
        post(path, handler);
        reading.add(path);
    }

    void delete(String path, Handler handler) {
        javalin.delete(path, handler);
        add("DELETE", path);
    }

    /** Whether nothing can be answered there while no more may wait to be read. */
    boolean reads(String path) {
        return reading.contains(path);
    }

    private void add(String method, String path) {
        methods.computeIfAbsent(path, none -> new TreeSet<>()).add(method);
    }

    Set<String> paths() {
        return methods.keySet();
    }

    /** Of a path, in the order of the alphabet; none when nothing answers there. */
    Set<String> methods(String path) {
        return methods.getOrDefault(path, new TreeSet<>());
    }
}
