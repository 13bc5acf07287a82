package dev.toward.cli;

import dev.toward.phrase.PackForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a form of packs, as {@code --format} takes it. */
final class PackFormName implements ITypeConverter<PackForm> {
    @Override
    public PackForm convert(String value) {
        for (PackForm form : PackForm.values()) {
            if (form.id().equals(value)) {
                return form;
            }
        }
        throw new TypeConversionException("expected jsonl or yaml");
    }
}
