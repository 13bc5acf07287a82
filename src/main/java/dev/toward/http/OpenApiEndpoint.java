package dev.toward.http;

/** {@code GET /openapi.json}: all of this interface, in OpenAPI 3.1. */
final class OpenApiEndpoint implements Endpoint {
    @Override
    public void addTo(Routes routes) {
        String document = Resource.text("openapi.json");
        routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(document));
    }
}
