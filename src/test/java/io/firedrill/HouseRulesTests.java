package io.firedrill;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.firedrill.journal.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as the build holds it: who may import whom, and what nobody may do. */
final class HouseRulesTests {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firedrill");

    /** Each package and those that it may import; one that is not there yet is left out. */
    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("scenario", List.of());
        MAY_IMPORT.put("journal", List.of());
        MAY_IMPORT.put("topology", List.of("scenario"));
        MAY_IMPORT.put("fault", List.of("scenario", "topology"));
        MAY_IMPORT.put("traffic", List.of("scenario", "topology", "journal"));
        MAY_IMPORT.put("observe", List.of("scenario", "topology", "journal"));
        MAY_IMPORT.put(
                "run", List.of("scenario", "journal", "topology", "fault", "traffic", "observe"));
        MAY_IMPORT.put("check", List.of("scenario", "journal"));
        MAY_IMPORT.put("evidence", List.of("scenario", "journal", "check"));
        List<String> allBelow = List.of(
                "scenario",
                "journal",
                "topology",
                "fault",
                "traffic",
                "observe",
                "run",
                "check",
                "evidence");
        MAY_IMPORT.put("junit", allBelow);
        MAY_IMPORT.put("cli", allBelow);
    }

    @Test
    void thereIsSomethingToHold() {
        assertThat(MAIN.size()).as("classes of the harness").isGreaterThan(100);
        assertThat(partsThatAreThere()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void everyPackageIsOneOfTheTable() {
        assertThat(MAY_IMPORT.keySet()).containsAll(partsThatAreThere());
    }

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatTheTableAllows() {
        return partsThatAreThere().stream()
                .map(part ->
                        DynamicTest.dynamicTest(part, () -> importRule(part).check(MAIN)));
    }

    private static ArchRule importRule(String part) {
        String[] forbidden = MAY_IMPORT.keySet().stream()
                .filter(other -> !other.equals(part) && !MAY_IMPORT.get(part).contains(other))
                .map(other -> "io.firedrill." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.firedrill." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("DESIGN.md 3 lets " + part + " import only " + MAY_IMPORT.get(part));
    }

    private static Set<String> partsThatAreThere() {
        return MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.firedrill."))
                .map(name -> name.split("\\.", -1)[2])
                .collect(Collectors.toSet());
    }

    @Test
    void onlyTheTerminalWritesToStandardOutput() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.firedrill.evidence.Terminal")
                .should(accessField(System.class, "out"))
                .orShould(accessField(System.class, "err"))
                .because("what a person reads goes through Terminal")
                .check(MAIN);
    }

    @Test
    void onlyTheSystemClockReadsTheTime() {
        Set<String> banned = Set.of("nanoTime", "currentTimeMillis");
        noClasses()
                .that()
                .doNotBelongToAnyOf(SystemClock.class)
                .should(callMethodWhere(called(System.class, banned)))
                .orShould(callMethodWhere(called(Instant.class, Set.of("now"))))
                .orShould(callMethodWhere(
                        called(Clock.class, Set.of("systemUTC", "systemDefaultZone"))))
                .because("time comes from the DrillClock that is handed in")
                .check(MAIN);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should(callMethodWhere(called(Thread.class, Set.of("sleep"))))
                .because(
                        "waits end when what they wait for is there: Awaitility, or DrillClock.waitUntil")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaMethodCall> called(Class<?> type, Set<String> names) {
        return describe(
                type.getSimpleName() + names,
                call -> call.getTargetOwner().isEquivalentTo(type)
                        && names.contains(call.getName()));
    }

    @Test
    void exceptionsSayWhatTheyAre() {
        Set<Class<?>> generic =
                Set.of(RuntimeException.class, Exception.class, Error.class, Throwable.class);
        DescribedPredicate<JavaConstructorCall> made = describe(
                "make a generic exception",
                call -> generic.stream()
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type))
                        && !call.getOrigin().getName().equals("<init>"));
        noClasses()
                .should(callConstructorWhere(made))
                .because("DrillException or one of its children says what went wrong")
                .check(MAIN);
    }

    @Test
    void staticFieldsNeverChange() {
        fields().that()
                .areStatic()
                .and(describe("are written by people", field -> !field.getName().contains("$")))
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(describe("mutable by its nature", HouseRulesTests::mutable))
                .because("state that belongs to nobody is shared by drills side by side")
                .check(MAIN);
    }

    private static boolean mutable(JavaClass type) {
        return type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(AbstractCollection.class)
                || type.isAssignableTo(AbstractMap.class)
                || type.isAssignableTo(StringBuilder.class);
    }

    @Test
    void typesAreRecordsEnumsSealedFinalOrInterfaces() {
        classes()
                .that(describe("are classes written by people", HouseRulesTests::written))
                .and()
                .doNotBelongToAnyOf(DrillException.class)
                .should(be(
                        "final or sealed",
                        type -> type.getModifiers().contains(JavaModifier.FINAL)
                                || type.reflect().isSealed()))
                .because("a type that anybody may extend can not be reasoned about")
                .check(MAIN);
    }

    private static boolean written(JavaClass type) {
        boolean named = !type.isAnonymousClass() && !type.getSimpleName().isEmpty();
        boolean plain = !type.isInterface() && !type.isEnum();
        return named && plain && !type.getSimpleName().equals("package-info");
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String message = type.getName() + " is not " + what;
                events.add(new SimpleConditionEvent(type, test.test(type), message));
            }
        };
    }

    @Test
    void everyPackageSaysWhatItKnowsAndIsNullMarked() throws IOException {
        Path root = Path.of("src", "main", "java", "io", "firedrill");
        try (Stream<Path> files = Files.walk(root)) {
            Set<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());

            assertThat(folders)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked", "/**"));
        }
    }
}
