package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Binds the settings that a kind of fault or objective declares. */
final class SettingBinder {
    private final Scope scope;

    SettingBinder(Scope scope) {
        this.scope = scope;
    }

    /** Gives the shape of a mapping that holds the settings and some further keys. */
    static Shape shape(String noun, List<Setting> settings, List<String> further) {
        List<String> required =
                settings.stream().filter(Setting::required).map(Setting::name).toList();
        Stream<String> optional = settings.stream().filter(it -> !it.required()).map(Setting::name);
        return new Shape(
                noun, required, Stream.concat(optional, further.stream()).toList());
    }

    /** Binds the settings, fallbacks filled in. */
    Settings bind(List<Setting> settings, Fields fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : settings) {
            setting.fallback().ifPresent(fallback -> values.put(setting.name(), fallback));
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
            case JOURNEY -> scope.journey(value);
            case COMPONENT -> scope.component(value);
            case FAULT -> value.oneOf(scope.called().keySet(), "fault");
            case ENTRY -> value.oneOf(scope.system().spec().entries().keySet(), "entry");
            case ROLE -> value.oneOf(scope.system().spec().roles().keySet(), "role");
            case JSON_PATH -> value.as(Notations.JSON_PATH);
            case IMAGE -> scope.image(value);
            case WORDS -> value.notEmpty().oneOrMore().stream().map(Value::text).toList();
            case REQUEST ->
                new RequestBinder(new Placeholders(Set.of())).bind(value.fields(Shapes.REQUEST));
        };
    }
}
