// Writes the licenses of a Keygen account as a CSV file that Latchkey's bulk import knows by its columns.
// KEYGEN_TOKEN=… node keygen.mjs ACCOUNT > licenses.csv     (an admin's token; KEYGEN_URL for a server of your own)

const [account] = process.argv.slice(2);
const { KEYGEN_TOKEN: token, KEYGEN_URL: url = 'https://api.keygen.sh' } = process.env;
if (!account || !token) {
  console.error('Usage: KEYGEN_TOKEN=… node keygen.mjs ACCOUNT > licenses.csv');
  process.exit(2);
}

/** All of one kind, a hundred at a time. */
async function* all(kind) {
  for (let page = 1; ; page++) {
    const address = `${url}/v1/accounts/${account}/${kind}?page[size]=100&page[number]=${page}`;
    const headers = { Accept: 'application/vnd.api+json', Authorization: `Bearer ${token}` };
    const answer = await fetch(address, { headers });
    if (!answer.ok) throw new Error(`${kind}: Keygen answered ${answer.status}`);
    const { data, links } = await answer.json();
    yield* data;
    if (!links?.next) return;
  }
}

async function byId(kind) {
  const found = new Map();
  for await (const { id, attributes } of all(kind)) found.set(id, attributes);
  return found;
}

const COLUMNS = ['id', 'key', 'product', 'status', 'expiry', 'maxMachines', 'email', 'fullName', 'metadata'];
const write = (cells) =>
  console.log(cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join());

const [products, users] = await Promise.all([byId('products'), byId('users')]);
write(COLUMNS);
for await (const { id, attributes, relationships } of all('licenses')) {
  const { key, status, expiry, maxMachines, metadata } = attributes;
  const product = products.get(relationships.product.data.id);
  const { email, fullName } = users.get(relationships.owner?.data?.id) ?? {};
  const more = Object.keys(metadata ?? {}).length > 0 ? JSON.stringify(metadata) : '';
  write([
    id,
    key,
    product?.code ?? product?.name,
    status,
    expiry,
    maxMachines,
    email,
    email && fullName,
    more,
  ]);
}
