package dev.toward.cli;

import dev.toward.config.Key;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of another server, as an option takes it. What was given instead is not repeated. */
final class HttpAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
        try {
            Key.LANGUAGETOOL.check(value);
            return URI.create(value.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
