package dev.toward.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every path that is answered, each spelt out, and its methods. Filled before the server starts, only read after. */
final class Routes {
    private final RoutesConfig javalin;
    private final Map<String, SortedSet<String>> methods = new TreeMap<>();

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

    void delete(String path, Handler handler) {
        javalin.delete(path, handler);
        add("DELETE", path);
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
