package dev.toward.http;

/** {@code GET /metrics}: what the server counts and times, for Prometheus. */
final class MetricsEndpoint implements Endpoint {
    private final Figures figures;

    MetricsEndpoint(Service service) {
        this.figures = service.figures();
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/metrics", ctx -> ctx.contentType(Figures.MEDIA_TYPE).result(figures.prometheus()));
    }
}
