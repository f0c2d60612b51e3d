/** The rooms whose tests are tested by mutation: which sources are changed, and which tests must notice. */

/** @typedef {{ mutate: readonly string[], tests: readonly string[], leftOut?: readonly string[] }} MutationRoom */

/**
 * Left out are tests of thousands of steps that would run for each mutant though others of the same room notice.
 * @type {Readonly<Record<string, MutationRoom>>}
 */
export const mutationRooms = {
  rules: {
    mutate: ['src-core/rules/*.ts'],
    tests: ['tests/core/rules/*.test.ts', 'tests/core/validation/*.test.ts'],
    leftOut: ['tests/core/validation/incremental.test.ts'],
  },
  consolidation: {
    mutate: ['src-core/consolidation/*.ts'],
    tests: ['tests/core/consolidation/*.test.ts', 'tests/main/consolidation/*.test.ts', 'tests/main/reception/*.test.ts'],
  },
  verification: {
    mutate: [
      'src-core/bundle/{check-*,checked,blocking,read-manifest,manifest,contents,entry-names,verdict,trust-terms,receipt-order}.ts',
      'src-main/bundles/{signed-container,verify-bundle,verify-receipt,verify-each}.ts',
    ],
    tests: ['tests/core/bundle/*.test.ts', 'tests/main/bundle/*.test.ts'],
    leftOut: ['tests/main/bundle/tampering.test.ts'],
  },
};

/** The variables in which mutation.config.mjs finds the tests of a room, separated by commas. */
export const testsVariable = 'NIANBAO_MUTATION_TESTS';
export const leftOutVariable = 'NIANBAO_MUTATION_LEFT_OUT';
