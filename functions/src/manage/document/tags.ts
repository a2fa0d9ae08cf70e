/** The groups of operations, in the order in which they are shown. */
export const TAGS: Readonly<Record<string, string>> = {
  licenses: 'Create, find, edit, move through their states, and many at once.',
  activations: 'Devices and domains bound to licenses.',
  products: 'What is licensed.',
  generators: 'How license keys are made, and making them.',
  customers: 'Who owns licenses.',
  contracts: 'What partners may issue.',
  downloads: 'Versions of products with their files: announce, send, publish.',
  jobs: 'Work that goes on in the background.',
  imports: 'Licenses, customers and assignments from elsewhere: sent, checked, imported.',
  webhooks: 'Who is told of events, and what they were told.',
  abuse: 'Licenses that a rule has found, and what becomes of them.',
  mails: 'What became of the mails that customers get.',
  figures: 'How many there are.',
  audit: 'What happened, and who did it.',
  settings: 'How an environment behaves.',
};
