const arguments_ = 'Time, ids and random bytes come into the domain as arguments.';
const synchronous = 'The domain decides and never waits: no async, no promises.';

/**
 * The domain is pure: it knows no clock, no randomness and no outside world, and of all packages only the
 * schema library.
 */
export const domainIsPure = {
  files: ['domain/src/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^(?!zod$|\\.{1,2}/)', message: 'The domain imports nothing but its own files and zod.' },
        ],
      },
    ],
    'no-restricted-globals': [
      'error',
      ...[
        'crypto',
        'globalThis',
        'performance',
        'process',
        'Buffer',
        'fetch',
        'console',
        'window',
        'document',
        'navigator',
      ].map((name) => ({ name, message: arguments_ })),
      ...['Promise', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
        name,
        message: synchronous,
      })),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: arguments_ },
      { selector: "CallExpression[callee.name='Date']", message: arguments_ },
      { selector: "MemberExpression[object.name='Date'][property.name='now']", message: arguments_ },
      { selector: "MemberExpression[object.name='Math'][property.name='random']", message: arguments_ },
      { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: arguments_ },
      { selector: ':function[async=true]', message: synchronous },
      { selector: 'AwaitExpression, ForOfStatement[await=true], ImportExpression', message: synchronous },
      {
        selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
        message: 'No barrels: import from the file that has it.',
      },
    ],
  },
};
