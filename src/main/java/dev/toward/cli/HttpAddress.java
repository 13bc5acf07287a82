package dev.toward.cli;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of another server, as an option takes it. What was given instead is not repeated. */
final class HttpAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
        try {
            URI address = URI.create(value.strip());
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new TypeConversionException("expected an address, as http://localhost:8081");
    }
}
