import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig } from 'eslint/config';

/** The GraphQL schema alone: everything else is checked by oxlint (.oxlintrc.json). */
export default defineConfig({
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
});
