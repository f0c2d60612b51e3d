/** What the paper copy of a report carries beyond the report: who answers for it, and the bundle it belongs to. */
import { fillPlaces } from '../lib/bilingual.ts';
import type { Filing, People } from '../filing/filing.ts';
import { documentWords } from './document-words.ts';

/** `bundleDigest` is SHA-256 of the bundle's manifest (64 hexadecimal digits), or null before there is a bundle. */
export type PaperCopy = { readonly bundleDigest: string | null };

/** The lines of the block to sign: what is asked for, and what is known; blank is filled in by hand. */
export function signOffLines({ unit, people, revision, reportYear }: Filing): readonly { readonly label: string; readonly text: string }[] {
  const person = (name: string | null) => name ?? '';
  const { preparer, reviewer, signatory, phone }: People = people;
  const { signOff } = documentWords;
  return [
    { label: signOff.unit, text: `${unit.name}（${unit.code}）` },
    { label: signOff.report, text: fillPlaces(signOff.yearAndRevision, { year: reportYear, number: revision.number }) },
    { label: signOff.preparer, text: person(preparer) },
    { label: signOff.phone, text: person(phone) },
    { label: signOff.reviewer, text: person(reviewer) },
    { label: signOff.signatory, text: person(signatory) },
  ];
}

/** The digest in groups of four digits, as people compare it. */
export function spacedDigest(digest: string): string {
  return (digest.match(/.{1,4}/gu) ?? []).join(' ');
}

/** What the QR code says: whose report of which year and revision it is, and the bundle's digest. */
export function paperMark({ unit, reportYear, revision }: Filing, bundleDigest: string): string {
  return ['NIANBAO', '1', unit.code, String(reportYear), String(revision.number), bundleDigest].join(':').toUpperCase();
}
