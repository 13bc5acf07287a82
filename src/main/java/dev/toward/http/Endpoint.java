package dev.toward.http;

/** Something that answers at paths of its own. One a class; {@link HttpServer} lists them. */
interface Endpoint {
    void addTo(Routes routes);
}
