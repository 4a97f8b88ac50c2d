package fr.halle.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.operation.service.SettingGroup;
import fr.halle.operation.service.SettingsRefused.Why;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** K1–K30: an operator reads what a setting does, in words. */
class SettingWordsTest {

    @Test
    void everySettingValuePresetAndRefusalHasItsWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.FRANCE, Locale.UK)) {
            ResourceBundle words = ResourceBundle.getBundle("fr.halle.i18n.pro", locale);
            assertThat(words.keySet()).containsAll(needed().toList());
        }
    }

    private static Stream<String> needed() {
        Stream<String> settings = SettingGroup.all().stream().flatMap(SettingWordsTest::of);
        Stream<String> groups = Arrays.stream(SettingGroup.values()).map(group -> "setting.group." + group);
        Stream<String> reasons = Arrays.stream(Why.values()).map(why -> "setting.wrong." + why);
        Stream<String> presets = Arrays.stream(Preset.values())
                .flatMap(preset -> Stream.of("preset." + preset, "preset." + preset + ".what"));
        return Stream.of(settings, groups, reasons, presets).flatMap(keys -> keys);
    }

    private static Stream<String> of(Setting<?> setting) {
        String key = "setting." + setting.key();
        Stream<String> values = setting.range() == null
                ? setting.options().stream().map(one -> key + "." + one)
                : Stream.of(key + ".unit");
        return Stream.concat(Stream.of(key, key + ".what"), values);
    }
}
