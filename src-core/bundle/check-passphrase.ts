/** Which passphrases are good enough for a key, and how good one is that is being typed. */
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem, type Problem } from '../lib/problem.ts';

const fewestCharacters = 8;
const fewestDifferent = 4;

/** The first that every guesser tries, of those with eight characters and more (lists of leaked passwords agree on them). */
const commonest = [
  'password|passw0rd|password1|passw0rd1|p@ssw0rd|admin123|admin888|administrator|a1b2c3d4|iloveyou|1qaz2wsx|1q2w3e4r|qwertyui',
  'qwertyuiop|asdfghjkl|zxcvbnm|abc12345|abcd1234|1234abcd|aa123456|a12345678|a123456789|123456aa|5201314|woaini1314|11223344',
].flatMap((line) => line.split('|'));

/**
 * A passphrase for a new key has at least eight characters, of any script (blanks at its ends count), and is none that is
 * guessed at once. What counts is the time that a thief of the file needs: each guess costs 600,000 rounds.
 * Problems: key/weak-passphrase, key/guessable-passphrase.
 */
export function checkPassphrase(
  passphrase: string,
  unit: { readonly unitCode: string; readonly unitName: string } = { unitCode: '', unitName: '' },
): Outcome<null> {
  const plain = passphrase.normalize('NFC');
  const letters = Array.from(plain.toLowerCase());
  if (letters.length < fewestCharacters) return fail(problem('key/weak-passphrase', { minimum: fewestCharacters }));
  const reason = whyGuessable(plain.toLowerCase().trim(), letters, unit);
  return reason === null ? ok(null) : fail(problem('key/guessable-passphrase', { reason }));
}

function whyGuessable(
  plain: string,
  letters: readonly string[],
  { unitCode, unitName }: { readonly unitCode: string; readonly unitName: string },
): string | null {
  if (new Set(letters).size < fewestDifferent) return 'aaaa…';
  if (isRun(letters)) return '12345678 / abcdefgh';
  if (commonest.includes(plain)) return 'password / admin123 …';
  // The code and name of a unit are public, and stand in the certificate beside the key.
  const rest = plain.replaceAll(unitCode.toLowerCase(), '').replaceAll(unitName.toLowerCase(), '');
  return unitCode !== '' && Array.from(rest.replace(/[\s\p{P}\d]/gu, '')).length === 0 && rest.length < fewestCharacters / 2
    ? unitCode
    : null;
}

/** One step up or down from each character to the next. */
function isRun(letters: readonly string[]): boolean {
  const steps = letters.slice(1).map((each, index) => (each.codePointAt(0) ?? 0) - (letters[index]?.codePointAt(0) ?? 0));
  // 1234567890 counts as well.
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
}

export type PassphraseUnit = { readonly unitCode: string; readonly unitName: string };

/** `weak` is refused, with why. What a thief has to guess is estimated by length and kinds of characters alone. */
export type PassphraseQuality = { readonly level: 'weak'; readonly problem: Problem } | { readonly level: 'fair' | 'good' };

const goodBits = 60;

export function ratePassphrase(passphrase: string, unit: PassphraseUnit): PassphraseQuality {
  const checked = checkPassphrase(passphrase, unit);
  if (!checked.ok) return { level: 'weak', problem: checked.problem };
  const characters = Array.from(passphrase.normalize('NFC'));
  const bits = characters.map(bitsOf).reduce((sum, each) => sum + each, 0);
  // Repetition tells little: every second time counts for nothing.
  return { level: (bits * (new Set(characters).size + 1)) / (characters.length + 1) >= goodBits ? 'good' : 'fair' };
}

/** People choose words: a common hanzi has about nine bits, a letter or digit about three. */
function bitsOf(character: string): number {
  return /\p{Script=Han}/u.test(character) ? 9 : /[\p{L}\p{N}]/u.test(character) ? 3.5 : 5;
}
