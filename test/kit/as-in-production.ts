/** Imported before anything else where graphql-js is to be as quick as in production: elsewhere it looks twice at every type. */
process.env.NODE_ENV = 'production';
