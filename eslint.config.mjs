import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import jest from 'eslint-plugin-jest';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Only src/config reads the environment: everything else is given what it needs. */
const NO_ENVIRONMENT = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: ['process', 'node:process'].map((name) => ({
        name,
        importNames: ['env'],
        message: 'Only src/config reads the environment.',
      })),
    },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { ...js.configs.recommended, files: ['**/*.{ts,js,mjs,cjs}'] },

  {
    files: ['schema/schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } },
    },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // Lists of what is bounded are plain lists, and pages have their nodes beside their edges. What is read in its
      // list alone (members, entries of a ledger or a log) is no Node: each Node is one more thing to reach by a guess.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
      // Pages are turned forwards only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Parts of a whole have no id of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...NO_ENVIRONMENT,
      'max-lines': ['error', 300],
      'no-console': 'error',
      // `== null` is the one way to say "null or not given", as GraphQL inputs are.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // A leading underscore says "not used": type-graphql's `(_returns) => Station`, a migration's unused runner.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      // Classes that only carry decorators (entities, GraphQL types) have no members that this rule counts.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // GraphQL types are shapes: rows fill them as they come, without a constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A number in a message is readable as it is; anything else in a template stays forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A promise handed to nobody is a lost error; `void` says that it is meant.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      // `() => client.release()` reads better than a block around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ['src/config/**/*.ts', 'test/kit/**/*.ts', 'benchmark/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/main.ts', 'src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts', 'src/**/*.test.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-commented-out-tests': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[property.name='todo']", message: 'Write the test, or leave it out.' },
      ],
      // Checks are often helpers with a name that says the rule: expectRefused(…), expectNothingVisible(…).
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', '**.expect*', 'fc.assert'] }],
      // `rows[0]!` in a test fails as loudly as the assertion that would replace it.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'performance',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
);
