package fr.halle.portal.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a portal: its key (with the unit in its name), its type, and its default in each preset. Declared once, in the
 * capability that obeys it; the operator changes it, and an order keeps what it was when it was placed (K1–K30).
 */
public final class Setting<T> {

    private final String key;
    private final Function<String, T> parser;
    private final List<String> options;
    private final @Nullable Range range;
    private final Map<Preset, T> defaults = new EnumMap<>(Preset.class);
    private String requirement = "";

    /** What a number may be, both included. */
    public record Range(int least, int most) {}

    private Setting(String key, Function<String, T> parser, T everywhere, List<String> options, @Nullable Range range) {
        this.key = key;
        this.parser = parser;
        this.options = List.copyOf(options);
        this.range = range;
        for (Preset preset : Preset.values()) {
            defaults.put(preset, everywhere);
        }
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, E otherwise) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new Setting<>(key, text -> Enum.valueOf(type, text), otherwise, names, null);
    }

    /** @throws IllegalArgumentException when a value read for it lies outside the bounds */
    public static Setting<Integer> number(String key, int least, int most, int otherwise) {
        return new Setting<>(
                key,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new IllegalArgumentException(
                                key + " is between " + least + " and " + most + ", not " + value);
                    }
                    return value;
                },
                otherwise,
                List.of(),
                new Range(least, most));
    }

    public static Setting<Boolean> flag(String key, boolean otherwise) {
        return new Setting<>(
                key,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(key + " is true or false, not " + text);
                },
                otherwise,
                List.of("true", "false"),
                null);
    }

    /**
     * What no preset can know, such as an address: empty everywhere until the operator types it.
     *
     * @param reader makes of what was typed what is kept, or throws {@link IllegalArgumentException}; what is kept has no spaces
     */
    public static Setting<String> text(String key, UnaryOperator<String> reader) {
        return new Setting<>(key, text -> text.isEmpty() ? "" : reader.apply(text), "", List.of(), null);
    }

    /** The same setting with another default in one preset. */
    public Setting<T> in(Preset preset, T otherwise) {
        defaults.put(preset, otherwise);
        return this;
    }

    /** The requirement that asks for it, such as {@code K2}. */
    public Setting<T> asked(String byRequirement) {
        requirement = byRequirement;
        return this;
    }

    public String key() {
        return key;
    }

    public String requirement() {
        return requirement;
    }

    /** Whether it is typed freely: a preset says nothing of it, and taking one over leaves it alone. */
    public boolean isText() {
        return options.isEmpty() && range == null;
    }

    /** The texts it may be; none for a number. */
    public List<String> options() {
        return options;
    }

    /** Null for what is chosen from {@link #options}. */
    public @Nullable Range range() {
        return range;
    }

    /** The preset's value, as it is written and read. */
    public String defaultText(Preset preset) {
        return String.valueOf(defaultIn(preset));
    }

    public T defaultIn(Preset preset) {
        return Objects.requireNonNull(defaults.get(preset));
    }

    /** @throws IllegalArgumentException when the text is not a value of this setting */
    public T parse(String text) {
        return parser.apply(text);
    }
}
