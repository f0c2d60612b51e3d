/** The image taken straight from the memory of SQLite, against the one that SQLite makes page by page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unsealImage } from '#main/store/image-seal.ts';
import { createSealedFile } from '#main/store/sealed-file.ts';
import type { Database } from '#main/store/sql-engine.ts';
import { engine } from './workspace-fixture.ts';

const schema = 'CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, content BLOB) STRICT; CREATE INDEX by_name ON item (name);';

function openWithTable(): Database {
  const database = engine.open();
  database.transaction((writer) => {
    writer.script(schema);
    return ok(null);
  });
  return database;
}

type Step =
  | {
      readonly kind: 'put' | 'refused' | 'thrown';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly count: number;
    }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'nothing' | 'rebuild' };

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('put' as const, 'put' as const, 'refused' as const, 'thrown' as const),
      id: fc.nat(40),
      name: fc.string({ maxLength: 20 }),
      // Beyond what SQLite keeps of a transaction before it writes, and beyond the room that the memory has to spare.
      size: fc.constantFrom(0, 10, 9_000, 70_000, 400_000),
      count: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({ kind: fc.constant('remove' as const), id: fc.nat(40) }),
    fc.record({ kind: fc.constantFrom('nothing' as const, 'rebuild' as const) }),
  ),
  { minLength: 1, maxLength: 14 },
);

function take(database: Database, step: Step): void {
  if (step.kind === 'rebuild') {
    database.restructure({ shout: (text) => text.toUpperCase() }, (writer) => {
      writer.run('UPDATE item SET name = shout(name) WHERE id % 3 = 0');
      return ok(null);
    });
    return;
  }
  try {
    database.transaction((writer) => {
      if (step.kind === 'nothing') return ok(null);
      if (step.kind === 'remove') {
        writer.run('DELETE FROM item WHERE id >= ?', [step.id]);
        return ok(null);
      }
      const { kind, id, name, size, count } = step as Extract<Step, { size: number }>;
      for (let each = 0; each < count; each += 1) {
        writer.run('INSERT OR REPLACE INTO item VALUES (?, ?, ?)', [id + each, name, new Uint8Array(size).fill(id + each)]);
      }
      if (kind === 'thrown') throw new Error('a bug');
      return kind === 'refused' ? fail(problem('filing/exists')) : ok(null);
    });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'a bug') throw error;
  }
}

/** What an image says to a connection of its own; pages that are free, and ends of others, need not be the same. */
function contentsOf(image: Uint8Array): unknown {
  const database = engine.open(image);
  try {
    expect(database.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    return [
      database.rows('SELECT sql FROM sqlite_schema ORDER BY name'),
      database.rows('SELECT id, name, length(content) AS length, hex(substr(content, -9)) AS ending FROM item ORDER BY id'),
      database.rows('SELECT name FROM item INDEXED BY by_name ORDER BY name, id'),
    ];
  } finally {
    database.close();
  }
}

describe('the file of a database', () => {
  it('has the image that SQLite would make, under a good seal, after whatever was done', () => {
    let fromMemory = 0;
    fc.assert(
      fc.property(steps, (all) => {
        const [database, reference] = [openWithTable(), openWithTable()];
        const sealed = createSealedFile();
        let file = Uint8Array.from(sealed.bring(database.memory()).file);
        for (const step of all) {
          take(database, step);
          take(reference, step);
          const before = database.memory();
          const revision = sealed.bring(database.memory());
          const unsealed = unsealImage(revision.file);
          if (unsealed.kind !== 'sealed') throw new Error(unsealed.kind);
          // The reference has never been asked for its memory: its images are SQLite's own.
          expect(contentsOf(unsealed.image)).toEqual(contentsOf(reference.unsealedImage()));
          expect(Buffer.compare(unsealed.image, database.unsealedImage())).toBe(0);
          if (revision.changes !== null) {
            fromMemory += before === database.memory() ? 1 : 0;
            const patched = new Uint8Array(revision.file.length);
            patched.set(file);
            for (const { start, end } of revision.changes) patched.set(revision.file.subarray(start, end), start);
            expect(Buffer.compare(patched, revision.file)).toBe(0);
          }
          file = Uint8Array.from(revision.file);
        }
        database.close();
        reference.close();
      }),
      { numRuns: 100 },
    );
    // How often follows from what was drawn; not at all would mean that this is not what was tested.
    expect(fromMemory).toBeGreaterThan(10);
  });

  it('differs from the one before in little, when little was done', () => {
    const database = openWithTable();
    const sealed = createSealedFile();
    take(database, { kind: 'put', id: 1, name: 'a', size: 400_000, count: 5 });
    expect(sealed.bring(database.memory()).changes).toBeNull();
    take(database, { kind: 'put', id: 1, name: 'b', size: 10, count: 1 });
    const { changes, file } = sealed.bring(database.memory());
    const bytes = (changes ?? []).reduce((sum, { start, end }) => sum + end - start, 0);
    expect(bytes).toBeGreaterThan(8_192);
    expect(bytes).toBeLessThan(file.length / 8);
  });

  it('of another database in its place is told apart, there and back', () => {
    const [one, other] = [openWithTable(), openWithTable()];
    const sealed = createSealedFile();
    take(one, { kind: 'put', id: 1, name: 'one', size: 9_000, count: 3 });
    take(other, { kind: 'put', id: 1, name: 'other', size: 9_000, count: 3 });
    for (const database of [one, other, one]) {
      const { file, changes } = sealed.bring(database.memory());
      expect(changes).toBeNull();
      const unsealed = unsealImage(file);
      expect(unsealed.kind === 'sealed' && Buffer.compare(unsealed.image, database.unsealedImage())).toBe(0);
    }
  });
});
