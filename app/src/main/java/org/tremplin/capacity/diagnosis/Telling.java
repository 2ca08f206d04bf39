package org.tremplin.capacity.diagnosis;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Words;

/** Says items, sources and figures of the grid in the words of one language. */
record Telling(Grid grid, MessageSource messages, Locale locale) {

    String in(Words words) {
        return words.in(locale.getLanguage());
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The name of a section of answers. */
    String title(Section section) {
        return in(grid.sections().get(section.ordinal()).name());
    }

    /** The short name of an item, its id when this grid does not know it any more. */
    String name(String id) {
        return grid.sections().stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(item -> in(item.name()))
                .orElse(id);
    }

    String asked(String id) {
        return Stream.concat(
                        grid.sections().stream()
                                .flatMap(part -> part.items().stream()
                                        .filter(item -> item.id().equals(id))
                                        .map(Item::ask)),
                        grid.obstacles().stream()
                                .filter(one -> one.id().equals(id))
                                .map(one -> one.words()))
                .findFirst()
                .map(this::in)
                .orElseGet(() -> in(grid.asked().audience()));
    }

    String words(String item, Answer answer) {
        if (answer.isScaled() && item.equals(Trait.AUDIENCE)) {
            return in(grid.asked().audienceLevels().get(answer.notches()).words());
        }
        boolean obstacle = grid.obstacles().stream().anyMatch(one -> one.id().equals(item));
        return obstacle && answer.isScaled()
                ? in(grid.obstacleLevels().get(answer.notches()).words())
                : in(grid.words(answer));
    }

    List<String> sources(List<String> ids) {
        return ids.stream()
                .flatMap(id -> grid.source(id).stream())
                .map(source -> in(source.words()))
                .toList();
    }

    /** Without decimals: a point, or how far missing answers leave it open. */
    String told(Span span) {
        Ratio point = span.point();
        return point == null
                ? text("diagnosis.between", whole(span.low()), whole(span.high()))
                : span.low().below(span.high())
                        ? text("diagnosis.about", whole(point), whole(span.low()), whole(span.high()))
                        : whole(point);
    }

    /** The same in fewer letters, for a row. */
    String brief(Span span) {
        return span.point() == null ? text("diagnosis.range", whole(span.low()), whole(span.high())) : told(span);
    }

    String decimal(Span span) {
        Ratio point = span.point();
        return point == null ? text("diagnosis.between", whole(span.low()), whole(span.high())) : number(point, 1);
    }

    String whole(Ratio value) {
        return number(value, 0);
    }

    String number(Ratio value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value.rounded(decimals));
    }
}
