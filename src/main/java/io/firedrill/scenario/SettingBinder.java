package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Binds the settings that a kind of fault, objective or journey declares. */
final class SettingBinder {
    private final Names names;

    SettingBinder(Names names) {
        this.names = names;
    }

    /** Gives the shape of a mapping that holds the settings and some further keys. */
    static Shape shape(String noun, List<Setting> settings, List<String> further) {
        List<String> required =
                settings.stream().filter(Setting::required).map(Setting::name).toList();
        Stream<String> optional = settings.stream().filter(it -> !it.required()).map(Setting::name);
        return new Shape(
                noun, required, Stream.concat(optional, further.stream()).toList());
    }

    /** Gives what is taken where nothing is given. */
    static Settings fallbacks(List<Setting> settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        settings.forEach(setting ->
                setting.fallback().ifPresent(fallback -> values.put(setting.name(), fallback)));
        return new Settings(values);
    }

    /** Binds the settings, fallbacks filled in. */
    Settings bind(List<Setting> settings, Fields fields) {
        return bind(settings, fields, fallbacks(settings));
    }

    /** Binds the settings that are given, over others. */
    Settings bind(List<Setting> settings, Fields fields, Settings under) {
        Map<String, Object> values = new LinkedHashMap<>(under.values());
        for (Setting setting : settings) {
            fields.find(setting.name())
                    .ifPresent(value -> values.put(setting.name(), bind(setting, value)));
        }
        return new Settings(values);
    }

    private Object bind(Setting setting, Value value) {
        return switch (setting.type()) {
            case DURATION -> value.as(Notations.DURATION);
            case SIZE -> value.as(Notations.SIZE);
            case SPEED -> value.as(Notations.SPEED);
            case RATE -> value.as(Notations.RATE);
            case COUNT -> value.as(Notations.COUNT);
            case SHARE -> value.as(Notations.SHARE);
            case TEXT -> value.text();
            case CHOICE -> value.word(setting.choices());
            case JOURNEY, COMPONENT, FAULT, ENTRY, ROLE, SECRET, IMAGE ->
                names.bind(setting.type(), value);
            case JSON_PATH -> value.as(Notations.JSON_PATH);
            case WORDS -> value.notEmpty().oneOrMore().stream().map(Value::text).toList();
            case REQUEST ->
                new RequestBinder(new Placeholders(Set.of())).bind(value.fields(Shapes.REQUEST));
        };
    }
}
