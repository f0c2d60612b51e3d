/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last of which checks the others. */

/** No I, O, S, V, Z; the value of a character is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u;
const modulus = 31;

/** `check`: well formed, but the last character is not the one that follows from the others (some real codes are so). */
export type CreditCodeVerdict = 'right' | 'malformed' | 'check';

export function checkCreditCode(code: string): CreditCodeVerdict {
  if (!pattern.test(code)) return 'malformed';
  return code.charAt(17) === checkCharacter(code.slice(0, 17)) ? 'right' : 'check';
}

/** C18 = (31 − Σ Cᵢ·Wᵢ mod 31) mod 31 with Wᵢ = 3^(i−1) mod 31 (GB 32100-2015, 5.2). */
function checkCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % modulus;
  }
  return alphabet.charAt((modulus - (sum % modulus)) % modulus);
}
