/** The groups of operations, in the order in which they are shown. */
export const TAGS: Readonly<Record<string, string>> = {
  licenses: 'Create, find, edit, move through their states, and many at once.',
  activations: 'Devices and domains bound to licenses.',
  products: 'What is licensed.',
  generators: 'How license keys are made, and making them.',
  customers: 'Who owns licenses.',
  contracts: 'What partners may issue.',
  jobs: 'Work that goes on in the background.',
  audit: 'What happened, and who did it.',
  settings: 'How an environment behaves.',
};
