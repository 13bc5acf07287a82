package dev.toward.http;

import dev.toward.cue.Tactic;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /tactics?id=ID}: the page on a tactic, as it stands in {@code docs/tactics}; without an id, the page that lists them. */
final class TacticPages implements Endpoint {
    static final String PATH = "/tactics";

    private final Map<String, String> pages = new HashMap<>();
    private final String list = Resource.text("tactics/README.md");

    TacticPages() {
        for (Tactic tactic : Tactic.values()) {
            pages.put(tactic.id(), Resource.text("tactics/" + tactic.id() + ".md"));
        }
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(PATH, this::show);
    }

    private void show(Context ctx) {
        String id = ctx.queryParam("id");
        @Nullable String page = id == null ? list : pages.get(id);
        if (page == null) {
            throw new Problem(404, "Not found", "No tactic has this id; GET /v1/taxonomy lists them.").thrown();
        }
        ctx.contentType("text/plain; charset=utf-8").result(page);
    }
}
