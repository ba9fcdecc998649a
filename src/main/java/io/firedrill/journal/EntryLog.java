package io.firedrill.journal;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list of entries that only grows, and whose snapshots cost nothing: an array is never changed
 * below the size that a snapshot has seen. Guarded by its owner's lock for {@link #add}.
 */
final class EntryLog {
    private static final int FIRST_SIZE = 1024;

    private Entry[] entries = new Entry[FIRST_SIZE];
    private int size;

    void add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = entry;
    }

    int size() {
        return size;
    }

    List<Entry> snapshot() {
        return new Snapshot(entries, size);
    }

    private static final class Snapshot extends AbstractList<Entry> implements RandomAccess {
        private final Entry[] entries;
        private final int size;

        Snapshot(Entry[] entries, int size) {
            this.entries = entries;
            this.size = size;
        }

        @Override
        public Entry get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return entries[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
