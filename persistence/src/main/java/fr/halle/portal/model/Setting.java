package fr.halle.portal.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One setting of a portal: its key (with the unit in its name), its type, and its default in each preset. Declared once, in the
 * capability that obeys it; the operator changes it, and an order keeps what it was when it was placed (K1–K30).
 */
public final class Setting<T> {

    private final String key;
    private final Function<String, T> parser;
    private final Map<Preset, T> defaults = new EnumMap<>(Preset.class);

    private Setting(String key, Function<String, T> parser, T everywhere) {
        this.key = key;
        this.parser = parser;
        for (Preset preset : Preset.values()) {
            defaults.put(preset, everywhere);
        }
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, E otherwise) {
        return new Setting<>(key, text -> Enum.valueOf(type, text), otherwise);
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
                otherwise);
    }

    public static Setting<Boolean> flag(String key, boolean otherwise) {
        return new Setting<>(
                key,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(key + " is true or false, not " + text);
                },
                otherwise);
    }

    /** The same setting with another default in one preset. */
    public Setting<T> in(Preset preset, T otherwise) {
        defaults.put(preset, otherwise);
        return this;
    }

    public String key() {
        return key;
    }

    public T defaultIn(Preset preset) {
        return Objects.requireNonNull(defaults.get(preset));
    }

    /** @throws IllegalArgumentException when the text is not a value of this setting */
    public T parse(String text) {
        return parser.apply(text);
    }
}
