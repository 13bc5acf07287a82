package dev.toward.cli;

import dev.toward.Tier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a tier, as {@code --tier} takes it. */
final class TierName implements ITypeConverter<Tier> {
    @Override
    public Tier convert(String value) {
        try {
            return Tier.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("expected fast, auto or full");
        }
    }
}
