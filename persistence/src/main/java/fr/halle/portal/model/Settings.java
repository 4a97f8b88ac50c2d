package fr.halle.portal.model;

import java.util.Map;

/**
 * A portal's settings, or those frozen on an order: what differs from the preset, over the preset's defaults.
 *
 * @param changed by key, only what was set
 */
public record Settings(Preset preset, Map<String, String> changed) {

    /** The key under which the preset itself is frozen on an order. */
    public static final String PRESET = "preset";

    public Settings {
        changed = Map.copyOf(changed);
    }

    /** Reads back what {@link #frozen()} wrote. */
    public static Settings of(Map<String, String> frozen) {
        return new Settings(Preset.valueOf(frozen.getOrDefault(PRESET, Preset.MOUNTAIN.name())), frozen);
    }

    public <T> T get(Setting<T> setting) {
        String text = changed.get(setting.key());
        return text == null ? setting.defaultIn(preset) : setting.parse(text);
    }

    /** As it is written and read. */
    public String text(Setting<?> setting) {
        return changed.getOrDefault(setting.key(), setting.defaultText(preset));
    }

    /** What an order keeps. Defaults are named by the preset, so a default that is changed later needs a new preset. */
    public Map<String, String> frozen() {
        Map<String, String> all = new java.util.HashMap<>(changed);
        all.put(PRESET, preset.name());
        return Map.copyOf(all);
    }
}
