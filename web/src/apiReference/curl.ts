import { mediaOf, type Parameter } from './document.ts';
import type { Listed } from './operations.ts';

/**
 * The call as a line for a shell, to be copied: ids are names in capitals to put one's own in, the key comes out of
 * the environment, and the body is the document's example.
 * @param origin where the API is, "https://licenses.example.com"
 */
export function curlOf(origin: string, { method, path, operation }: Listed): string {
  const parameters = operation.parameters ?? [];
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  const query = needed.map((one) => `${one.name}=${valueOf(one)}`).join('&');
  const address = `${origin}${path.replace(/\{(\w+)\}/g, (_, name: string) => placeholder(name))}`;
  const body = mediaOf(operation.requestBody?.content)?.example;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(query ? `${address}?${query}` : address)}`,
    // In double quotes: the shell puts the key in.
    '-H "Authorization: Bearer $LATCHKEY_API_KEY"',
    ...parameters.filter((one) => one.in === 'header').map((one) => `-H ${quoted(headerOf(one))}`),
    ...(body === undefined
      ? []
      : [`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(JSON.stringify(body))}`]),
  ];
  return lines.join(' \\\n  ');
}

function headerOf(parameter: Parameter): string {
  return `${parameter.name}: ${valueOf(parameter)}`;
}

function valueOf({ name, example }: Parameter): string {
  return typeof example === 'string' || typeof example === 'number' ? String(example) : placeholder(name);
}

/** "licenseId" → "LICENSE_ID" */
function placeholder(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** One word of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
