package io.firedrill.systems.company;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The parts of the company that can be replaced, one by one. A sabotaged company is a healthy one
 * with another part.
 *
 * @param times how long things take
 * @param course what is told next, and when
 * @param first the audience that is told before all others
 * @param carriers what is put around each carrier
 * @param letters what becomes of the letters of an update before they are sent
 * @param status what the status page shows
 * @param directory where a desk finds whom to write to
 */
record Playbook(
        Times times,
        Course.Maker course,
        String first,
        UnaryOperator<Carrier> carriers,
        UnaryOperator<List<Letter>> letters,
        StatusPage.Maker status,
        Directory.Maker directory) {

    /** The healthy company. */
    static Playbook healthy() {
        return new Playbook(
                Times.usual(),
                PlannedCourse::new,
                Contacts.STAFF,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                StatusPage.Maker.OWN_HOST,
                Directory::copied);
    }

    Playbook with(Times other) {
        return new Playbook(other, course, first, carriers, letters, status, directory);
    }

    Playbook with(Course.Maker other) {
        return new Playbook(times, other, first, carriers, letters, status, directory);
    }

    Playbook telling(String other) {
        return new Playbook(times, course, other, carriers, letters, status, directory);
    }

    Playbook withCarriers(UnaryOperator<Carrier> other) {
        return new Playbook(times, course, first, other, letters, status, directory);
    }

    Playbook withLetters(UnaryOperator<List<Letter>> other) {
        return new Playbook(times, course, first, carriers, other, status, directory);
    }

    Playbook with(StatusPage.Maker other) {
        return new Playbook(times, course, first, carriers, letters, other, directory);
    }

    Playbook with(Directory.Maker other) {
        return new Playbook(times, course, first, carriers, letters, status, other);
    }
}
