package app.linden.cli;

import app.linden.base.Problem;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.LocalDate;

/** Lets picocli say in our sentence what is wrong with a date. */
final class DateInWords implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
        try {
            return Times.date(text);
        } catch (Problem e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
