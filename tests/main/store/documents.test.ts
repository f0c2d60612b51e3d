import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ok } from '#core/lib/outcome.ts';
import { inflateDocument } from '#main/store/document-codec.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { alterFile, engine, entry, expectOk, fileIn, open, sampleFiling, withValue } from './workspace-fixture.ts';

const submission = { revision: 1, bundleDigest: '', fileName: 'a.asice', folder: '/', exportedAt: '2026-01-20T01:00:00.000Z' };
const documentsIn = (folder: string) => engine.open(readFileSync(fileIn(folder))).rows('SELECT digest, deflated FROM document');

describe('a stored document', () => {
  it('is kept once for the filing and for what was submitted of it, and goes when nothing refers to it', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const filing = withValue(sampleFiling(), 1);
    const id = expectOk(await workspace.addFiling(filing, entry));
    expect(documentsIn(folder)).toHaveLength(1);
    expectOk(await workspace.recordSubmission(id, submission, filing, entry));
    expect(documentsIn(folder)).toHaveLength(1);
    expectOk(await workspace.updateFiling(id, { filing: withValue(filing, 2), pending: {} }, entry));
    expect(documentsIn(folder)).toHaveLength(2);
    expectOk(await workspace.updateFiling(id, { filing: withValue(filing, 3), pending: {} }, entry));
    expect(documentsIn(folder)).toHaveLength(2);
    expectOk(await workspace.updateFiling(id, { filing, pending: {} }, entry));
    expect(documentsIn(folder)).toHaveLength(1);
    expect(workspace.lastExported(id)).toEqual(ok(filing));
  });

  it('is not opened when it is not the one that was stored; the others are', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    const first = expectOk(await workspace.addFiling(sampleFiling('469001'), entry));
    expectOk(await workspace.recordSubmission(first, submission, sampleFiling('469001'), entry));
    const second = expectOk(await workspace.addFiling(sampleFiling('469002'), entry));
    alterFile(folder, (writer) => {
      const of = (id: string) => `(SELECT document FROM filing WHERE id = '${id}')`;
      writer.run(`UPDATE document SET deflated = (SELECT deflated FROM document WHERE digest = ${of(second)}) WHERE digest = ${of(first)}`);
    });
    const again = open(folder);
    const damaged = { ok: false, problem: { code: 'filing/damaged', details: { id: first } } };
    expect(again.readFiling(first)).toEqual(damaged);
    expect(again.lastExported(first)).toEqual(damaged);
    expect(again.readFiling(second).ok).toBe(true);
    expect(again.listFilings()).toHaveLength(2);
    expectOk(await again.updateFiling(first, { filing: sampleFiling('469001'), pending: {} }, entry));
    expect(again.readFiling(first).ok).toBe(true);
  });

  it('shows every bit that flips in it', async () => {
    const folder = makeTemporaryFolder();
    expectOk(await open(folder).addFiling(sampleFiling(), entry));
    const [row] = documentsIn(folder);
    const [digest, deflated] = [String(row?.['digest']), row?.['deflated'] as Uint8Array];
    expect(inflateDocument(deflated, digest)).toContain('单位469001');
    for (let bit = 0; bit < deflated.length * 8; bit += 1) {
      const flipped = deflated.with(bit >> 3, (deflated[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
      const text = inflateDocument(flipped, digest);
      // The header of RFC 1950 has bits that only say how hard the writer tried: then the text is the one that was stored.
      if (text !== null) expect(text).toBe(inflateDocument(deflated, digest));
    }
  });
});
