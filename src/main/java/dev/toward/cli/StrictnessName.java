package dev.toward.cli;

import dev.toward.verdict.Strictness;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a strictness, as {@code --strictness} takes it. */
final class StrictnessName implements ITypeConverter<Strictness> {
    @Override
    public Strictness convert(String value) {
        try {
            return Strictness.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
