/** Names of units in certificates (X.520). */
import { ObjectIdentifier, PrintableString, Sequence, Set as SetOf, Utf8String } from 'asn1js';
import { RelativeDistinguishedNames } from 'pkijs';
import { regionDigits } from '#core/form/division-code.ts';
import * as oid from './oids.ts';

export type UnitName = {
  /** Letters, digits and hyphens (PrintableString). */
  readonly unitCode: string;
  readonly unitName: string;
};

type Part = readonly [type: string, value: string];

/** `O=name, serialNumber=code, CN=name`: what a unit says of itself. */
export function plainName({ unitCode, unitName }: UnitName): RelativeDistinguishedNames {
  return nameOf([
    [oid.organizationName, unitName],
    [oid.serialNumberInName, unitCode],
    [oid.commonName, unitName],
  ]);
}

/**
 * The same under its regions, `C=CN, OU=46, OU=4601, …`: name constraints compare names from their beginning (RFC 5280,
 * 7.1). `role` tells the CA of a unit from the unit.
 */
export function regionalName({ unitCode, unitName }: UnitName, regions: readonly string[], role = ''): RelativeDistinguishedNames {
  return nameOf([
    ...regionParts(regions),
    [oid.organizationName, unitName],
    [oid.serialNumberInName, unitCode],
    [
      oid.commonName,
      Array.from(unitName + role)
        .slice(-64)
        .join(''),
    ],
  ]);
}

/** The beginning that all names of a region have. */
export function regionSubtree(regions: readonly string[]): RelativeDistinguishedNames {
  return nameOf(regionParts(regions));
}

/**
 * The regions that a unit code stands in, from the province down: 460106 is in 46, 4601 and 460106, 460100 in 46 and 4601.
 * Manual codes count by the division code they begin with; none where there is none.
 */
export function regionsOf(unitCode: string): readonly string[] {
  const digits = /^\d{2,12}/u.exec(unitCode)?.[0] ?? '';
  const division = regionDigits(digits.slice(0, 6));
  return division.length % 2 === 0 ? Array.from({ length: division.length / 2 }, (_, index) => division.slice(0, index * 2 + 2)) : [];
}

function regionParts(regions: readonly string[]): readonly Part[] {
  return [[oid.countryName, 'CN'], ...regions.map((region): Part => [oid.organizationalUnit, region])];
}

/** One relative name for each attribute; pkijs itself would put all of them into one set. */
function nameOf(parts: readonly Part[]): RelativeDistinguishedNames {
  const printable = [oid.countryName, oid.serialNumberInName];
  const value = parts.map(([type, text]) => {
    const words = printable.includes(type) ? new PrintableString({ value: text }) : new Utf8String({ value: text });
    return new SetOf({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), words] })] });
  });
  return RelativeDistinguishedNames.fromBER(new Sequence({ value }).toBER());
}
